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
  /** What the policy does, once it can be loaded. */
  use: {
    questionnaire: string;
    questionnaireHint: string;
    /** Where the outline is cut. */
    goesOn: string;
    table: string;
    tableCaption: (rows: number, all: number) => string;
    columns: { severity: string; rule: string; basis: string };
    basis: Record<"stated" | "interpreted", string>;
    undecided: string;
    trial: string;
    trialHint: string;
    compare: string;
    compareHint: string;
    chooseOther: string;
    same: string;
    changes: (count: number) => string;
    kinds: Record<"severity" | "objective" | "calendar" | "text" | "structure", string>;
    unusable: string;
  };
}
