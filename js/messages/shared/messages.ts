/** What the parts say that several elements use. */

import type { ComponentChild } from "preact";

export interface SharedMessages {
  countdown: {
    /** Name of the timer. */
    label: string;
    left(duration: string): string;
    overdueBy(duration: string): string;
    pause: string;
    resume: string;
    hide: string;
    show: string;
    /** Spoken, once each. */
    status: {
      half(duration: string): string;
      quarter(duration: string): string;
      minutes(duration: string): string;
      due: string;
      overdue: string;
    };
  };
  timeline: {
    heading: string;
    /** What the picture shows, in one sentence. */
    summary(counted: string, total: string): string;
    kinds: Record<"counted" | "closed" | "holiday" | "paused", string>;
    columns: { from: string; to: string; kind: string; duration: string };
    /** Which moment the line of the picture marks. */
    due(moment: string): string;
    /** Name of the picture where it scrolls. */
    picture: string;
    /** A kind of stretch, and what the policy calls this one. */
    labelled(kind: string, label: string): string;
    sum(duration: string): ComponentChild;
  };
  handover: {
    heading: string;
    text: string;
    markdown: string;
    calendar: string;
    link: string;
    print: string;
    copied: string;
    /** The clipboard refused: the text is shown instead. */
    refused: string;
    fileName: string;
  };
}
