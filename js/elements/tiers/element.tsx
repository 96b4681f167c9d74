import { useMemo, useState } from "preact/hooks";

import { tiersMessagesFor } from "../../messages/tiers.js";
import { ContextFields } from "../shared/fields.js";
import { type ViewContext, SloElement } from "../shared/element.js";
import { Compare, compareStyles } from "./compare.js";
import { Features } from "./features.js";
import { Summary, summaryStyles } from "./summary.js";

const styles = `
.tiers { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(10 * var(--_space)); }
.filters { display: flex; flex-wrap: wrap; gap: calc(4 * var(--_space)) calc(6 * var(--_space)); }
.filters { align-items: end; }
.filters .field { flex: 1 1 14rem; min-inline-size: 0; max-inline-size: 24rem; }
.filters select { inline-size: 100%; }
.filters label { font-weight: 500; font-size: 0.9375em; }
section > h2 { margin-block-end: calc(3 * var(--_space)); }
section > p { max-inline-size: 68ch; }
.scroll { overflow-x: auto; margin-block-start: calc(5 * var(--_space)); }
table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { margin-block-end: calc(3 * var(--_space)); text-align: start; font-weight: 650; }
th, td { padding: calc(2.5 * var(--_space)) calc(3 * var(--_space)); border-block-end: 1px solid var(--_border); text-align: start; vertical-align: top; }
thead th { border-block-end: 2px solid var(--_border-strong); vertical-align: bottom; }
/* On a low screen, or at 400 %, the head would cover what lies below it. */
@media (min-height: 32rem) {
  .tiers > table > thead th { position: sticky; inset-block-start: 0; z-index: 1; background: var(--slo-color-background, Canvas); }
}
th[scope="row"] { min-inline-size: min(15rem, 45vi); font-weight: 500; }
th[scope="rowgroup"] { padding-block-start: calc(7 * var(--_space)); font-size: 1.1em; }
td.state { white-space: nowrap; }
.cell { display: inline-flex; gap: calc(2 * var(--_space)); align-items: baseline; }
.cell svg { flex: none; position: relative; inset-block-start: 0.1em; inline-size: 0.9em; block-size: 0.9em; }
.cell.included svg { color: var(--_low); }
.cell.conditional svg { color: var(--_medium); }
.cell.excluded { color: var(--_muted); }
.cell.applies svg { color: var(--_muted); }
.cell.barred svg { color: var(--_critical); }
.notes { display: block; margin-block-start: var(--_space); color: var(--_muted); font-size: 0.875em; font-weight: 400; }
details { font-size: 0.9375em; }
summary { cursor: pointer; display: list-item; font-size: 1.0667em; }
summary:hover { color: var(--_accent-strong); }
details > p { margin-block: calc(2 * var(--_space)); color: var(--_muted); font-weight: 400; max-inline-size: 52ch; }
@media (max-width: 40rem) {
  th, td { padding-inline: 0 calc(2 * var(--_space)); }
  [part="features"] { table-layout: fixed; }
  [part="features"] thead th:first-child { inline-size: 34%; }
  [part="features"] thead th:not(:first-child) { padding-inline-end: 0; font-size: 0.6875em; overflow-wrap: anywhere; }
  th[scope="row"] { min-inline-size: 0; overflow-wrap: anywhere; }
  .state .word { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .cell { position: relative; }
  .cell svg { inline-size: 1.15em; block-size: 1.15em; }
}
.yours { background: var(--_accent-tint); }
@media print {
  .tiers { gap: calc(4 * var(--_space)); }
  .tiers > table { font-size: 0.71875em; line-height: 1.2; }
  .tiers > table :is(th, td) { padding-block: calc(0.6 * var(--_space)); }
  .tiers > table > thead th { position: static; }
  .tiers > table th[scope="rowgroup"] { padding-block-start: calc(1.5 * var(--_space)); }
  details, summary { display: inline; font-size: 1em; }
  details:not([open])::details-content { display: none; }
  .notes { display: inline; margin-inline-start: 1ch; }
  .summary li { padding: calc(2 * var(--_space)); font-size: 0.875em; }
  tr { break-inside: avoid; }
}
`;

/**
 * Compares what each tier includes, and shows what another tier would change for a case.
 *
 * @tag slo-tiers
 * @attr tier - id of the customer's tier
 * @attr severity - id of the severity of the case; default: the most severe
 * @attr submitted - instant of submission: RFC 3339, or a local time in `zone`; default: now
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @csspart summary - what each tier adds, in a few lines
 * @csspart filter - the choice of what applies to the customer
 * @csspart features - the table of what each tier includes
 * @csspart compare - the objectives of each tier for the case
 * @csspart standing - whether the objectives are contractual or for information
 * @csspart error - the reason for which the element cannot be used
 */
export class SloTiers extends SloElement {
  static override styles = [styles, summaryStyles, compareStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "tier", "severity", "submitted", "sale"];
  }

  protected render(view: ViewContext) {
    const { tier, ...context } = view.given;
    const severity = this.getAttribute("severity");
    const submitted = this.instant("submitted", view.zone);
    const given = { tier: tier ?? null, severity, context };
    return (
      <Tiers
        key={JSON.stringify([view.policy.id, view.policy.version, given])}
        view={view}
        submittedAt={submitted}
        {...given}
      />
    );
  }
}

interface Props {
  view: ViewContext;
  /** The customer's own tier. */
  tier: string | null;
  severity: string | null;
  submittedAt: number | null;
  context: Record<string, string>;
}

/** Shows the features of each tier for the customer's context, and the objectives of the other tiers. */
export function Tiers({ view, tier, severity, submittedAt, context: given }: Props) {
  const { description } = view;
  const words = tiersMessagesFor(view.language);
  const [context, setContext] = useState(given);
  const asked = useMemo(() => {
    const ids = new Set((description.features ?? []).flatMap(({ when }) => Object.keys(when ?? {})));
    return (description.context ?? []).filter(({ id }) => ids.has(id));
  }, [description]);
  return (
    <div class="tiers">
      <Summary view={view} tier={tier} context={context} />
      {asked.length > 0 && (
        <section class="no-print" part="filter">
          <h2>{words.filter}</h2>
          <div class="filters">
            <ContextFields view={view} questions={asked} context={context} none={words.any} onContext={setContext} />
          </div>
        </section>
      )}
      <Features view={view} tier={tier} context={context} />
      <Compare view={view} tier={tier} severity={severity} submittedAt={submittedAt} context={context} />
    </div>
  );
}
