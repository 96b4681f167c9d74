/** The fields of an example. */

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { EmbedMessages } from "../messages/embed/index.js";
import type { ExampleProps } from "./example.js";

interface FieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

/**
 * Returns the id of a field. Those of the page as it is built and those of the browser differ by their first letter: fields that the
 * browser adds must not take an id of the page, which hydration leaves as it is.
 */
const useFieldId = (): string => `${typeof document === "undefined" ? "built" : "added"}-${useId()}`;

export function Select({
  label,
  value,
  options,
  onChange,
}: FieldProps & { options: readonly (readonly [string, string])[] }) {
  const id = useFieldId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key} selected={key === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Text({ label, value, onChange }: FieldProps) {
  const id = useFieldId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        autocomplete="off"
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

export function Colour({ label, value, onChange }: FieldProps) {
  const id = useFieldId();
  return (
    <div class="field colour">
      <input id={id} type="color" value={value} onInput={(event) => onChange(event.currentTarget.value)} />
      <label for={id}>{label}</label>
    </div>
  );
}

export function Range({
  label,
  value,
  min,
  max,
  step,
  onChange,
}: FieldProps & { min: number; max: number; step: number }) {
  const id = useFieldId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

export function Check({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

/** The fields of one example together. */
export function Fields({ legend, children }: { legend: string; children: ComponentChildren }) {
  return (
    <fieldset class="fields live-only">
      <legend class="label">{legend}</legend>
      {children}
    </fieldset>
  );
}

/** The elements that an example can show. */
export type ElementName = keyof EmbedMessages["fields"]["elements"];

interface ExampleFieldProps<Value extends string> {
  messages: EmbedMessages;
  value: Value;
  onValue(value: Value): void;
}

/** Shows the choice of the element of an example. */
export function ElementField({ messages: { fields }, value, onValue }: ExampleFieldProps<ElementName>) {
  return (
    <Select
      label={fields.element}
      value={value}
      options={Object.entries(fields.elements)}
      onChange={(name) => onValue(name as ElementName)}
    />
  );
}

/** Shows the choice of a theme, or that of the page. */
export function ThemeField({ messages: { example, fields }, value, onValue }: ExampleFieldProps<string>) {
  return (
    <Select
      label={fields.theme}
      value={value}
      options={[["", example.unset], ...Object.entries(fields.themes)]}
      onChange={onValue}
    />
  );
}

/** Shows the choice of a tier of the reference policy, or none. */
export function TierField({
  messages: { example, fields },
  offers,
  value,
  onValue,
}: ExampleFieldProps<string> & Pick<ExampleProps, "offers">) {
  return (
    <Select label={fields.tier} value={value} options={[["", example.none], ...offers.tiers]} onChange={onValue} />
  );
}
