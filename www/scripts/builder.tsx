/** "Write a policy": once a policy is open, offers it as a page in one file. */

import { render } from "preact";
import type { Language } from "../site.js";
import { OneFile } from "../workbench/one-file.js";

const builder = document.querySelector("slo-policy-builder");
const place = document.getElementById("handout");

builder?.addEventListener(
  "slo-edit",
  () => {
    if (place === null) return;
    const textNow = () => (builder as HTMLElement & { text: string }).text;
    render(<OneFile language={document.documentElement.lang as Language} textNow={textNow} />, place);
  },
  { once: true },
);
