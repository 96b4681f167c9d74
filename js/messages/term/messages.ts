/** What `<slo-term>` says. */

export interface TermMessages {
  /** What the button does, for those who hear it alone. */
  define(term: string): string;
  clause(id: string, heading: string): string;
  close: string;
}
