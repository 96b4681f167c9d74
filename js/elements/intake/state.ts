/** State of a request: the case and the customer's own words. The history of the page saves it, so that a reload keeps it. */

import type { ViewContext } from "../shared/element.js";
import {
  type CaseInput,
  fragmentOf,
  inputOfFragment,
  inputOfHistory,
  pairsOf,
  vectorOf,
} from "../shared/case-input.js";
import { noEntries, type RequestEntries } from "../handover/model.js";

export interface RequestState extends CaseInput {
  entries: RequestEntries;
  isBilingual: boolean;
}

/** Returns the details without the severity of the page if answers decide. */
function detailsOf({ answers, details }: CaseInput): CaseInput["details"] {
  const { severity: _, ...others } = details;
  return Object.keys(answers).length > 0 ? others : details;
}

/** Returns the first state: that of the history, of the permalink, or of the page. */
export function initialState(view: ViewContext, given: CaseInput, permalink: boolean): RequestState {
  const { policy, description } = view;
  if (!permalink) {
    // The customer of a portal prepares a case of this moment, unless the portal says otherwise.
    const details = { submittedAt: view.now(), ...detailsOf(given) };
    return { ...given, details, entries: noEntries, isBilingual: false };
  }
  const saved = (history.state as { slo?: { answers?: unknown; draft?: unknown } } | null)?.slo;
  const draft = draftOf(saved?.draft);
  const known =
    saved?.answers === undefined
      ? inputOfFragment(policy, description, location.hash)
      : inputOfHistory(description, saved);
  view.ignore(known?.ignored ?? []);
  const answers = { ...given.answers, ...known?.answers };
  return {
    answers,
    context: { ...given.context, ...known?.context },
    details: { ...detailsOf({ ...given, answers }), ...known?.details },
    ...draft,
  };
}

/** Returns the permalink of the case; never with the customer's own words. */
export function linkOf({ policy }: ViewContext, input: CaseInput): string {
  const fragment = fragmentOf(vectorOf(policy, input.answers), input);
  return location.href.replace(/#.*/s, "") + (fragment === "" ? "" : `#${fragment}`);
}

/** Saves the state in the history, and the case in the address. */
export function save(view: ViewContext, { entries, isBilingual, ...input }: RequestState): void {
  const state = { ...input, details: pairsOf(input.details), draft: { entries, isBilingual } };
  history.replaceState({ slo: state }, "", linkOf(view, input));
}

/** Reads the customer's own words as the history saved them. */
function draftOf(kept: unknown): Pick<RequestState, "entries" | "isBilingual"> {
  const { entries, isBilingual } = Object(kept) as { entries?: unknown; isBilingual?: unknown };
  const textsOf = <Key extends string>(record: unknown, keys: readonly Key[]) =>
    Object.fromEntries(
      keys.map((key) => {
        const text = (Object(record) as Record<string, unknown>)[key];
        return [key, typeof text === "string" ? text : ""];
      }),
    ) as Record<Key, string>;
  return {
    entries: {
      ...textsOf(entries, ["description", "troubleshooting", "justification"]),
      contact: textsOf((Object(entries) as { contact?: unknown }).contact, ["name", "phone", "email"]),
    },
    isBilingual: isBilingual === true,
  };
}
