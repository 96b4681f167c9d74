/** Everything that the views of the builder share, and views that are drawn again only if their part has changed. */

import { Component, type ComponentChild, createContext, type FunctionComponent, h } from "preact";
import { useContext, useEffect, useReducer, useRef } from "preact/hooks";

import type { Diagnostic } from "../../index.js";
import type { BuilderMessages } from "../../messages/builder/index.js";
import type { Format } from "../../text/format.js";
import { textIn } from "../../text/lookup.js";
import { isObject, type Json } from "../../text/policy-json.js";
import type { Editor } from "./editor.js";
import { sameFindings } from "./finding-index.js";

/** The name of a part of the builder, as its navigation shows it. */
export type SectionName =
  | "policy"
  | "tiers"
  | "severities"
  | "hours"
  | "objectives"
  | "questions"
  | "facts"
  | "advice"
  | "terms"
  | "texts"
  | "exports"
  | "examples"
  | "json";

export interface BuilderContext {
  editor: Editor;
  m: BuilderMessages;
  /** Language of the builder. */
  language: string;
  format: Format;
  /** Languages of the policy that is being written. */
  languages: readonly string[];
  /** Returns a text of the policy in the language of the builder, else in any. */
  say(text: unknown): string;
  /** Shows a part of the builder. */
  show(section: SectionName): void;
  /** Announces a text to screen readers. */
  announce(text: string): void;
}

export const BuilderContext = createContext<BuilderContext | null>(null);

/** Returns what the views share. */
export function useBuilder(): BuilderContext {
  const context = useContext(BuilderContext);
  if (context === null) throw new Error("a view of the builder is outside the builder");
  return context;
}

/** Returns a text of the policy in the language of the builder, else in any. */
export const sayIn =
  (language: string, languages: readonly string[]) =>
  (text: unknown): string =>
    isObject(text) ? textIn(onlyTexts(text), [language, ...languages]) : typeof text === "string" ? text : "";

const onlyTexts = (text: Record<string, Json>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(text).filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== ""),
  );

/** A view that is drawn again only if one of its properties is another one. */
export function memo<Props extends object>(View: (props: Props) => ComponentChild): FunctionComponent<Props> {
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const [one, other] = [this.props, next] as [Record<string, unknown>, Record<string, unknown>];
      const keys = Object.keys(other);
      return keys.length !== Object.keys(one).length || keys.some((key) => one[key] !== other[key]);
    }
    override render() {
      return h(View as FunctionComponent<Props>, this.props as Props);
    }
  }
  return Memo as unknown as FunctionComponent<Props>;
}

/** Returns the findings at a place, or at and below it; the view is drawn again only if they change. */
export function useFindings(pointer: string, reach: "at" | "below" = "at"): readonly Diagnostic[] {
  const { findings } = useBuilder().editor;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const shown = useRef<readonly Diagnostic[]>([]);
  const read = () => (reach === "at" ? findings.at(pointer) : findings.below(pointer));
  shown.current = read();
  useEffect(
    () =>
      findings.subscribe(() => {
        if (!sameFindings(shown.current, read())) redraw(0);
      }),
    [findings, pointer, reach],
  );
  return shown.current;
}

/** Returns a list of the document, empty unless it is one. */
export const listOf = <Entry = Record<string, Json>>(value: unknown): readonly Entry[] =>
  Array.isArray(value) ? (value as Entry[]) : [];

/** Returns an object of the document, empty unless it is one. */
export const recordOf = <Entry = Json>(value: unknown): Record<string, Entry> =>
  isObject(value) ? (value as unknown as Record<string, Entry>) : {};
