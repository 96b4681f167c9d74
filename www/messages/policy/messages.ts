/** What the page "Check your policy" says: its own file, because the browser gets it too. */

export interface PolicyMessages {
  title: string;
  summary: string;
  heading: string;
  lead: string;
  source: string;
  sourceHint: string;
  choose: string;
  takeReference: string;
  findings: string;
  empty: string;
  unavailable: string;
  tooLarge: string;
  verdict: {
    sound: string;
    counts: (errors: number, warnings: number, remarks: number) => string;
  };
  level: Record<"error" | "warning" | "info", string>;
  place: (line: number, column: number) => string;
  help: (text: string) => string;
  example: string;
}
