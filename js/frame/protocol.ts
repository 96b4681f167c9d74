/**
 * What a page and the frame in it tell each other (docs/decisions, 2026-11-26, the frame): every message names the version of
 * these rules, and a message of any other shape is passed over in silence.
 */

/** The version of the rules, under the key `caseSlo` of each message. */
export const rules = 1;

/** From the frame: it is there, or has been loaded anew, and wants its settings; `tokens` are the names of CSS that it can use. */
export interface Hello {
  caseSlo: typeof rules;
  type: "hello";
  tokens: readonly string[];
}

/** From the frame: how high it would be without a scroll bar, in CSS pixels, and what it is called at present. */
export interface Size {
  caseSlo: typeof rules;
  type: "size";
  height: number;
  title: string;
}

/** From the frame: an event of its element. */
export interface Told {
  caseSlo: typeof rules;
  type: "event";
  name: string;
  detail: unknown;
}

/** From the page: the attributes of `<slo-frame>`, a policy as JSON text, and how the page looks there. */
export interface Settings {
  caseSlo: typeof rules;
  type: "settings";
  attributes: Record<string, string>;
  policy: string | null;
  /** Custom properties, and `font-family` and `color-scheme`, as the page has them. */
  look: Record<string, string>;
}
