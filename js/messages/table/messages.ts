/** What `<slo-table>` says. */

export interface TableMessages {
  /** Above the targets of one measure. */
  caption(measure: string): string;
  severity: string;
  definitions: string;
  level(level: number): string;
  notStated: string;
}
