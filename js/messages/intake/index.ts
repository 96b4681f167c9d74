/** The texts of `<slo-intake>`. */

import type { ComponentChild } from "preact";

import { pick } from "../pick.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

export interface IntakeMessages {
  priority: {
    heading: string;
    /** The severity that follows from the answers. */
    recommended(severity: string): string;
    assign: string;
    /** The customer has assigned another severity than follows from the answers. */
    overridden(recommended: string): string;
    tier: string;
    choose: string;
  };
  who: {
    heading: string;
    intro: string;
    /** Context questions still to come, at most. */
    left(count: number): string;
    notSure: string;
    next: string;
    missing: string;
    done: string;
    answered: string;
    change: string;
    changeWhat(question: string): string;
  };
  prepare: string;
  know: string;
  act: string;
  form: {
    heading: string;
    required: string;
    optional: string;
    description: string;
    descriptionHelp: string;
    troubleshooting: string;
    troubleshootingHelp: string;
    justification: string;
    justificationHelp: string;
    name: string;
    phone: string;
    email: string;
    missing: { description: string; justification: string };
    fix: string;
  };
  handover: {
    heading: string;
    intro: string;
    format: string;
    formats: { text: string; markdown: string; json: string };
    /** Names of the languages, the normative one first. */
    bilingual(languages: string[]): string;
    preview: string;
    copy: string;
    copied: string;
    refused: string;
    save: string;
    mail: string;
    calendar: string;
    print: string;
    fileName: string;
  };
  escalate: { heading: string; say: string; copy: string };
  privacy: ComponentChild;
}

export const intakeMessagesFor = pick(frCA, en);
