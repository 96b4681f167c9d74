/** The texts of `<slo-table>`. */

import { messagesByLanguage } from "../text/lookup.js";

export interface TableMessages {
  /** Caption of the table of one measure. */
  caption(measure: string): string;
  severity: string;
  definitions: string;
  level(level: number): string;
  notStated: string;
}

export const frCA: TableMessages = {
  caption: (measure) => `${measure}\u00a0: objectifs`,
  severity: "Gravité",
  definitions: "Ce que signifient les niveaux de gravité",
  level: (level) => `Priorité ${level}`,
  notStated: "non énoncé",
};

export const en: TableMessages = {
  caption: (measure) => `${measure}: objectives`,
  severity: "Severity",
  definitions: "What the severity levels mean",
  level: (level) => `Priority ${level}`,
  notStated: "not stated",
};

export const tableMessagesFor = messagesByLanguage(frCA, en);
