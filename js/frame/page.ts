/**
 * The script of `frame.html`: shows one element with the settings of its address and of the surrounding page, and sends that
 * page the height, the title and the events. It runs in a sandbox with scripts only, without storage, cookies, forms or
 * modules.
 */

import { common } from "../elements/shared/styles.js";
import { frameMessagesFor } from "../messages/frame.js";
import { settingsOfAddress, safeAttributes } from "./attributes.js";
import { elementNamed, lookOf } from "./elements.js";
import type { HelloMessage, SettingsMessage, SizeMessage, EventMessage } from "./protocol.js";

/** Milliseconds that the surrounding page has for its settings, before the frame shows those of its address. */
const settingsTimeout = 300;

const eventNames = ["slo-ready", "slo-error", "slo-ignored", "slo-step", "slo-classified", "slo-change", "slo-state"];

/** The page to load if this one cannot run WebAssembly. */
const fallbackPage = document.currentScript?.dataset["otherwise"];
const addressSettings = settingsOfAddress(location.search, parent !== window);
const holder = document.body;
const fallback = [...holder.childNodes];
const tokens = lookOf(common);

/** Origin of the surrounding page after its first message; events are sent to no other origin. */
let host: string | undefined;
let element: HTMLElement | undefined;
let applied: ReadonlySet<string> = new Set();
let policy: string | null = null;
let title = "";
/** The last event of each kind, for a page that connects late. */
const lastEvents = new Map<string, EventMessage>();

function post(message: HelloMessage | SizeMessage | EventMessage): void {
  if (parent === window) return;
  if (host !== undefined) parent.postMessage(message, host === "null" ? "*" : host);
  else if (message.type === "hello") parent.postMessage(message, "*");
}

/** Shows the element; settings of the page override those of the address. */
function show(given: unknown, text: string | null): void {
  const attributes = new Map([...safeAttributes(Object.fromEntries(addressSettings)), ...safeAttributes(given)]);
  const asked = given as Partial<Record<string, string>>;
  const lang = asked["lang"] ?? addressSettings.get("lang") ?? "fr-CA";
  const kind = elementNamed(asked["element"] ?? addressSettings.get("element"));
  const source = asked["policy"] ?? addressSettings.get("policy");
  document.documentElement.lang = lang;

  const isNew = element?.localName !== `slo-${kind}`;
  const shown = isNew || element === undefined ? document.createElement(`slo-${kind}`) : element;
  for (const name of applied) if (!attributes.has(name)) shown.removeAttribute(name);
  for (const [name, value] of attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  applied = new Set(attributes.keys());
  shown.setAttribute("permalink", "off");
  if (source && text === null) shown.setAttribute("policy", source);
  else shown.removeAttribute("policy");
  if (isNew || text !== policy) Object.assign(shown, { policy: text ?? undefined });
  // The language is that of the page, which an element reads when it is drawn.
  shown.setAttribute("lang", lang);
  policy = text;
  if (!isNew) return;
  title = document.title = frameMessagesFor(lang)[kind];
  lastEvents.clear();
  shown.append(...fallback);
  element = shown;
  holder.replaceChildren(shown);
}

/** Applies the look of the surrounding page. */
function applyLook(look: unknown): void {
  const { style } = document.documentElement;
  for (const name of tokens) {
    const value: unknown = (look as Partial<Record<string, unknown>> | null)?.[name];
    if (typeof value === "string")
      style.setProperty(name, name === "color-scheme" && value === "normal" ? "light" : value.trim());
  }
}

function sendSize(): void {
  post({ caseSlo: 1, type: "size", height: Math.ceil(document.documentElement.getBoundingClientRect().height), title });
}

addEventListener("message", ({ data, source, origin }: MessageEvent) => {
  const settings = data as Partial<SettingsMessage> | null;
  if (source !== parent || parent === window || settings?.caseSlo !== 1 || settings.type !== "settings") return;
  // The first page that sends settings receives the messages.
  const isFirst = host === undefined;
  host ??= origin;
  if (origin !== host) return;
  applyLook(settings.look);
  show(settings.attributes ?? {}, typeof settings.policy === "string" ? settings.policy : null);
  if (isFirst) for (const message of lastEvents.values()) post(message);
  sendSize();
});

for (const name of eventNames) {
  document.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent<{ code?: string; title?: string }>;
    if (fallbackPage !== undefined && detail.code === "engine-unavailable") {
      location.replace(new URL(`${fallbackPage}${location.search}`, location.href));
      return;
    }
    if (detail.title !== undefined) title = document.title = detail.title;
    const message: EventMessage = { caseSlo: 1, type: "event", name, detail };
    lastEvents.set(name, message);
    post(message);
    sendSize();
  });
}

const sheet = new CSSStyleSheet();
// The padding leaves room for the outline of the focus.
sheet.replaceSync("html { background: transparent } body { display: flow-root; margin: 0; padding: 6px }");
document.adoptedStyleSheets = [sheet];
new ResizeObserver(sendSize).observe(document.documentElement);

post({ caseSlo: 1, type: "hello", tokens });
setTimeout(() => element ?? show({}, null), parent === window ? 0 : settingsTimeout);
