/** The texts of `<slo-term>`. */

import { messagesByLanguage } from "../text/lookup.js";

export interface TermMessages {
  /** Name of the definition for screen readers, which announce it alone. */
  define(term: string): string;
  clause(id: string, heading: string): string;
}

export const frCA: TermMessages = {
  define: (term) => `${term}\u00a0: définition`,
  clause: (id, heading) => `Clause ${id} (${heading})`,
};

export const en: TermMessages = {
  define: (term) => `${term}: definition`,
  clause: (id, heading) => `Clause ${id} (${heading})`,
};

export const termMessagesFor = messagesByLanguage(frCA, en);
