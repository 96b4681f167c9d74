/** The examples of the guide by part. */

import type { FunctionComponent } from "preact";
import type { PartName } from "../messages/embed/index.js";
import { Brand } from "./brand.js";
import type { ExampleProps } from "./example.js";
import { Frame } from "./frame.js";
import { OwnForm } from "./own-form.js";
import { OwnPolicy } from "./own-policy.js";
import { Start } from "./start.js";
import { StaticPage } from "./static-page.js";

export const examples: Record<PartName, FunctionComponent<ExampleProps>> = {
  start: Start,
  policy: OwnPolicy,
  brand: Brand,
  form: OwnForm,
  static: StaticPage,
  frame: Frame,
};
