/** The playground: any element with its attributes and events, alive, as code, and with the header that it needs. */

import { useEffect, useState } from "preact/hooks";
import { Code, element, headerFor, moduleScript } from "./code.js";
import { type ElementNotes, EventList, type ExampleProps, LiveElement } from "./example.js";
import { Check, Fields, Select, Text } from "./fields.js";

/** Attributes that this page gives by itself: the wizard would write into its address, and there is no worker under its header. */
const own = ["permalink", "worker"];

/** Attributes that are visible at once; the others are collapsed. */
const often = ["lang", "theme", "engine", "tier", "sale", "phone"];

/** Attributes at the start, without which an element would have nothing to show. */
const first: Record<string, Record<string, string>> = {
  wizard: { phone: "+1 514 555-0100", tier: "premium" },
  term: { term: "DSM" },
};

/** Events at most in the list of those received. */
const most = 5;

export function Start({ messages, language, offers, base, elements }: ExampleProps) {
  const { example, fields } = messages;
  const [kind, setKind] = useState("wizard");
  const [given, setGiven] = useState<Record<string, string>>(first["wizard"] ?? {});
  const [received, setReceived] = useState<string[]>([]);
  const tag = `slo-${kind}`;
  const notes = elements.find(({ tagName }) => tagName === tag) ?? nothing;
  const attributes = Object.fromEntries(
    notes.attributes.map(({ name, type }) => [name, type === "boolean" ? given[name] === "true" : (given[name] ?? "")]),
  );
  useEffect(() => {
    if (!customElements.get(tag)) void import(new URL(`${base}elements/define-${kind}.js`, location.href).href);
  }, [kind]);
  const choose = (name: string): void => {
    if (name === kind) return;
    // A case for the clock: one that was submitted just now.
    const submitted = new Date(Date.now() - 5 * 60_000).toISOString().replace(/\.\d+/, "");
    const clock = { tier: "premium", severity: "critical", submitted };
    setKind(name);
    setReceived([]);
    setGiven(name === "clock" ? clock : (first[name] ?? {}));
  };
  const set = (name: string) => (value: string) => setGiven({ ...given, [name]: value });
  const options: Record<string, readonly (readonly [string, string])[]> = {
    lang: [
      ["", example.unset],
      ["fr-CA", "Français"],
      ["en", "English"],
    ],
    theme: [["", example.unset], ...Object.entries(fields.themes)],
    engine: Object.entries(fields.engines).map(([name, words]) => [name === "auto" ? "" : name, words] as const),
    tier: [["", example.none], ...offers.tiers],
    sale: [["", example.none], ...offers.sales],
    severity: [["", example.none], ...offers.severities],
  };
  const labels: Record<string, string> = {
    ...{ lang: fields.language, theme: fields.theme, engine: fields.engine },
    ...{ tier: fields.tier, sale: fields.sale, phone: fields.phone },
  };
  const field = ({ name, type = "", description }: ElementNotes["attributes"][number]) => {
    const value = given[name] ?? "";
    const label = labels[name] ?? name;
    const words = [...type.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => [word, word] as const);
    const choices = options[name] ?? (words.length > 0 ? [["", example.none] as const, ...words] : undefined);
    return (
      <div key={name} class="attribute">
        {choices ? (
          <Select label={label} value={value} options={choices} onChange={set(name)} />
        ) : type === "boolean" ? (
          <Check label={label} checked={value === "true"} onChange={(checked) => set(name)(String(checked))} />
        ) : (
          <Text label={label} value={value} onChange={set(name)} />
        )}
        {labels[name] === undefined && (
          <p class="hint" lang="en">
            {description}
          </p>
        )}
      </div>
    );
  };
  const shown = notes.attributes.filter(({ name }) => !own.includes(name));
  const isOften = ({ name }: { name: string }) => often.includes(name);
  const inside = kind === "term" ? "DSM" : `<p>${messages.static.fallback}</p>`;
  const code = [moduleScript(kind), element(tag, attributes, inside)].join("\n\n");
  return (
    <>
      <div class="settings">
        <Fields legend={example.try}>
          <Select
            label={fields.element}
            value={kind}
            options={elements.map(({ tagName }) => [tagName.slice(4), fields.elements[tagName.slice(4)] ?? tagName])}
            onChange={choose}
          />
          {shown.filter(isOften).map(field)}
          <details class="wide-field">
            <summary>{example.attributes}</summary>
            <div class="attributes">{shown.filter((each) => !isOften(each)).map(field)}</div>
          </details>
        </Fields>
        <div class="heard live-only">
          <h3 class="label">{example.events}</h3>
          <dl class="events" lang="en">
            {notes.events.map(({ name, description }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
          <EventList heading={example.received} nothing={example.nothingYet} lines={received} />
        </div>
      </div>
      <div class="outcome">
        <LiveElement
          key={kind}
          label={example.live}
          tag={tag}
          attributes={{
            ...attributes,
            lang: given["lang"] || language,
            permalink: kind === "wizard" || kind === "intake" ? "off" : undefined,
          }}
          {...(kind === "term" ? { inside: () => document.createTextNode("DSM") } : {})}
          onElement={(shownElement) => {
            for (const { name } of notes.events) {
              shownElement.addEventListener(name, (event) => {
                const line = `${name} ${JSON.stringify((event as CustomEvent).detail)}`;
                setReceived((before) => [...before, line.slice(0, 300)].slice(-most));
              });
            }
          }}
        />
        <Code messages={messages} label={example.page} text={code} />
        <Code messages={messages} label={example.header} text={headerFor({ wasm: given["engine"] !== "js" })} />
      </div>
    </>
  );
}

const nothing: ElementNotes = { tagName: "", attributes: [], events: [] };
