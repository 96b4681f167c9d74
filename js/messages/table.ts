/** The texts of `<slo-table>`. */

import { messagesByLanguage } from "../text/lookup.js";

export interface TableMessages {
  /** Caption of the table of one measure. */
  caption(measure: string): string;
  severity: string;
  definitions: string;
  level(level: number): string;
  notStated: string;
  /** In place of a target: the tier does not offer this severity. */
  filedAs(severity: string): string;
}

export const frCA: TableMessages = {
  caption: (measure) => `${measure}\u00a0: objectifs`,
  severity: "Gravité",
  definitions: "Ce que signifient les niveaux de gravité",
  level: (level) => `Priorité ${level}`,
  notStated: "non énoncé",
  filedAs: (severity) => `classé comme «\u00a0${severity}\u00a0»`,
};

export const en: TableMessages = {
  caption: (measure) => `${measure}: objectives`,
  severity: "Severity",
  definitions: "What the severity levels mean",
  level: (level) => `Priority ${level}`,
  notStated: "not stated",
  filedAs: (severity) => `filed as “${severity}”`,
};

export const tableMessagesFor = messagesByLanguage(frCA, en);
