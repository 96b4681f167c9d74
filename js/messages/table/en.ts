import type { TableMessages } from "./messages.js";

export const en: TableMessages = {
  caption: (measure) => `Objectives: ${measure.toLowerCase()}`,
  severity: "Severity",
  definitions: "What the severities mean",
  level: (level) => `Priority ${level}`,
  notStated: "not stated",
};
