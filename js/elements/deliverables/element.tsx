import { hostZone } from "../../text/local-time.js";
import { type ViewContext, SloElement } from "../shared/element.js";
import { Deliverables } from "./deliverables.js";
import { yearStyles } from "./year.js";

const styles = `
.deliverables { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(8 * var(--_space)); }
.fields { display: flex; flex-wrap: wrap; gap: calc(4 * var(--_space)) calc(6 * var(--_space)); align-items: start; }
.fields .field { min-inline-size: 0; }
.fields label { font-weight: 500; font-size: 0.9375em; }
.field .small { max-inline-size: 22ch; }
.bad { padding-inline-start: calc(3 * var(--_space)); border-inline-start: 4px solid var(--_critical); color: var(--_critical); font-weight: 600; }
.scroll { overflow-x: auto; }
table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { margin-block-end: calc(3 * var(--_space)); text-align: start; font-weight: 650; }
th, td { padding: calc(2.5 * var(--_space)) calc(3 * var(--_space)); border-block-end: 1px solid var(--_border); text-align: start; vertical-align: top; }
thead th { border-block-end: 2px solid var(--_border-strong); }
.list th[scope="row"] { font-weight: 500; inline-size: 40%; }
.notes { display: block; color: var(--_muted); font-size: 0.875em; font-weight: 400; }
summary { cursor: pointer; color: var(--_accent); }
details ol { margin: calc(2 * var(--_space)) 0 0; padding: 0; list-style: none; columns: 2 11em; font-size: 0.9375em; }
.dates { display: flex; flex-wrap: wrap; gap: var(--_space) calc(4 * var(--_space)); align-items: center; }
.dates time { min-inline-size: 15em; }
.dates details { flex-basis: 100%; }
.check { display: flex; gap: calc(2 * var(--_space)); align-items: center; min-block-size: 2.75rem; }
.check input { min-block-size: 0; inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--_accent); }
.actions p { flex: 1 1 20rem; }
@media (max-width: 40rem) {
  .list, .list :is(tbody, tr, th, td) { display: block; }
  .list thead { position: absolute; clip-path: inset(50%); }
  .list th[scope="row"] { inline-size: auto; font-weight: 600; }
  .list :is(th, td) { padding: var(--_space) 0; border: 0; }
  .list tbody tr { padding-block: calc(3 * var(--_space)); border-block-end: 1px solid var(--_border); }
}
@media print { .list { font-size: 0.8125em; } .list details { display: none; } }
`;

/**
 * Shows the recurring services of a tier from a first day on: as a list, as a year at a glance, and as a calendar file.
 *
 * @tag slo-deliverables
 * @attr tier - id of the tier; default: the highest tier
 * @attr from - first day, such as 2026-12-01; default: today
 * @attr months - number of months; default: 12
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @csspart list - the recurring services with their first dates
 * @csspart year - the year at a glance, a lane for each service
 * @csspart error - the reason for which the element cannot be used
 */
export class SloDeliverables extends SloElement {
  static override styles = [styles, yearStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "tier", "from", "months", "sale"];
  }

  protected render(view: ViewContext) {
    const { tier, ...context } = view.given;
    const from = this.getAttribute("from");
    const months = Number(this.getAttribute("months"));
    const given = {
      tier: tier ?? view.description.tiers?.at(-1)?.id ?? "",
      from,
      months: Number.isInteger(months) && months > 0 && months <= 120 ? months : 12,
      zone: view.zone ?? hostZone(),
      context,
    };
    return <Deliverables key={JSON.stringify([view.policy.id, view.policy.version, given])} view={view} {...given} />;
  }
}
