/** The embedding guide: starts its examples. */

import { hydrate } from "preact";
import { Code } from "../embed/code.js";
import { examples } from "../embed/examples.js";
import type { ExampleProps } from "../embed/example.js";
import type { Language } from "../site.js";
import { embedMessagesIn, partNames } from "../messages/embed/index.js";
const language = document.documentElement.lang as Language;
const given = JSON.parse(document.querySelector("article")?.dataset["given"] ?? "{}") as Omit<
  ExampleProps,
  "messages" | "language"
>;

for (const holder of document.querySelectorAll<HTMLElement>("[data-code]")) {
  const { label, text } = JSON.parse(holder.dataset["code"] ?? "{}") as { label: string; text: string };
  hydrate(<Code messages={embedMessagesIn(language)} label={label} text={text} />, holder);
}

for (const name of partNames) {
  const holder = document.querySelector(`[data-example="${name}"]`);
  const Example = examples[name];
  if (holder) hydrate(<Example messages={embedMessagesIn(language)} language={language} {...given} />, holder);
}
