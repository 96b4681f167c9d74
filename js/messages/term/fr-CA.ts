import type { TermMessages } from "./messages.js";

export const frCA: TermMessages = {
  define: (term) => `${term}\u00a0: définition`,
  clause: (id, heading) => `Clause ${id}, ${heading}`,
  close: "Fermer",
};
