import type { TableMessages } from "./messages.js";

export const frCA: TableMessages = {
  caption: (measure) => `Objectifs\u00a0: ${measure.toLowerCase()}`,
  severity: "Gravité",
  definitions: "Ce que signifient les gravités",
  level: (level) => `Priorité ${level}`,
  notStated: "non énoncé",
};
