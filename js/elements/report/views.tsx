/** The views of a report: attainment from a case log, availability from an outage log. */

import { reportMessagesFor } from "../../messages/report/index.js";
import type { ViewContext } from "../shared/element.js";
import { fragmentOf } from "./chips.js";
import type { Filter } from "./settings.js";
import { useEffect, useState } from "preact/hooks";

export const reportViews = ["attainment", "availability"] as const;

export type ReportView = (typeof reportViews)[number];

/** Returns the view of a name; "attainment" for any other name. */
export const reportView = (name: string | null | undefined): ReportView =>
  reportViews.find((each) => each === name) ?? "attainment";

interface Props {
  view: ViewContext;
  shown: ReportView;
  onView(view: ReportView): void;
}

/** Shows the choice of view. */
export function Views({ view, shown, onView }: Props) {
  const words = reportMessagesFor(view.language).views;
  return (
    <div class="views no-print" part="views" role="group" aria-label={words.label}>
      {reportViews.map((each) => (
        <button key={each} type="button" aria-pressed={each === shown} onClick={() => onView(each)}>
          {words[each]}
        </button>
      ))}
    </div>
  );
}

/** Returns the view that the address of the page names; null if it names none. */
const inAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get("view");

/**
 * Returns the view that is shown, and a function that changes it. With a permalink the address of the page keeps the view if it is not
 * the one that is `given` by the attribute.
 */
export function useReportView(
  permalink: boolean,
  given: ReportView,
  filter: Filter,
): [ReportView, (view: ReportView) => void] {
  const wanted = () => reportView((permalink ? inAddress() : null) ?? given);
  const [shown, setShown] = useState(wanted);
  useEffect(() => {
    setShown(wanted());
    if (!permalink) return undefined;
    // The history of the browser leads back to the other view.
    const follow = () => setShown(wanted());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [permalink, given]);
  return [
    shown,
    (view) => {
      if (permalink && view !== shown) history.pushState(null, "", addressOf(filter, view === given ? null : view));
      setShown(view);
    },
  ];
}

/** Writes the filter to the address of the page, without a new entry in the history. */
export function keepInAddress(filter: Filter): void {
  history.replaceState(history.state, "", addressOf(filter, inAddress()));
}

/** Returns the address of the page with a filter and the name of a view. */
function addressOf(filter: Filter, view: string | null): string {
  const fragment = [fragmentOf(filter), ...(view === null ? [] : [`view=${reportView(view)}`])]
    .filter(Boolean)
    .join("&");
  const address = location.href.replace(/#.*/, "");
  return fragment === "" ? address : `${address}#${fragment}`;
}
