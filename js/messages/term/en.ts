import type { TermMessages } from "./messages.js";

export const en: TermMessages = {
  define: (term) => `${term}: definition`,
  clause: (id, heading) => `Clause ${id}, ${heading}`,
  close: "Close",
};
