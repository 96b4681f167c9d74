/** What `<slo-clock>` says beyond what every element does. */

export interface ClockMessages {
  /** What the counting of one of several measures is called. */
  counting(heading: string, measure: string): string;
  /** Of a measure on hold: the open time that is left, and stays so. */
  heldLeft(duration: string): string;
  /** Of a measure on hold that is past its target already. */
  heldOver(duration: string): string;
}
