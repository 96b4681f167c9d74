/** What a case says when it is handed over. */

export interface HandoverMessages {
  /** First line: the severity, and what it is about. */
  summary(severity: string, subject: string): string;
  line(name: string, value: string): string;
  severity: string;
  /** The severity that the answers lead to, where the customer has assigned another. */
  recommended: string;
  tier: string;
  submitted: string;
  contact: string;
  description: string;
  troubleshooting: string;
  justification: string;
  answers: string;
  context: string;
  reference: string;
  /** A measure before or until a moment. */
  due(bound: "under" | "within", moment: string): string;
  notStated: string;
  /** What the objectives are to the customer; unspecified: nobody has said who sold the service. */
  standing: Record<"contractual" | "informational" | "unspecified", string>;
  escalation: {
    title: string;
    /** What to say: the case, and by how much it is late. */
    overdue(measure: string, due: string, by: string): string;
    running(measure: string, due: string): string;
    counted: string;
    stretch(from: string, to: string, kind: string): string;
    kinds: Record<"counted" | "closed" | "holiday" | "paused", string>;
  };
  event(measure: string, severity: string): string;
}
