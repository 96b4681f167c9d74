/**
 * Messages between a page and its frame (docs/decisions, 2026-11-26, the frame). Every message names the version of the
 * protocol; any other message is ignored.
 */

/** Version of the protocol, under the key `caseSlo` of each message. */
export const protocolVersion = 1;

/** From the frame: it has loaded and requests its settings; `tokens` are names of CSS properties that it can use. */
export interface HelloMessage {
  caseSlo: typeof protocolVersion;
  type: "hello";
  tokens: readonly string[];
}

/** From the frame: its height without a scroll bar, in CSS pixels, and its title. */
export interface SizeMessage {
  caseSlo: typeof protocolVersion;
  type: "size";
  height: number;
  title: string;
}

/** From the frame: an event of its element. */
export interface EventMessage {
  caseSlo: typeof protocolVersion;
  type: "event";
  name: string;
  detail: unknown;
}

/** From the page: the attributes of `<slo-frame>`, a policy as JSON text, and the look of the page. */
export interface SettingsMessage {
  caseSlo: typeof protocolVersion;
  type: "settings";
  attributes: Record<string, string>;
  policy: string | null;
  /** Values of custom properties, `font-family` and `color-scheme` in the page. */
  look: Record<string, string>;
}
