import { hostZone } from "../../text/local-time.js";
import { type ViewContext, SloElement } from "../shared/element.js";
import { Deliverables } from "./deliverables.js";

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
.list th[scope="row"] { font-weight: 500; inline-size: 50%; }
.agenda { display: none; margin: 0; padding: 0; list-style: none; }
.agenda > li { padding-block: calc(2 * var(--_space)); border-block-end: 1px solid var(--_border); }
.agenda time { font-weight: 600; }
.agenda ul { margin: var(--_space) 0 0; padding: 0; list-style: none; }
.agenda ul li { padding-inline-start: calc(3 * var(--_space)); border-inline-start: 3px solid var(--_accent); margin-block-start: var(--_space); }
.notes { display: block; color: var(--_muted); font-size: 0.875em; font-weight: 400; }
summary { cursor: pointer; color: var(--_accent); }
details ol { margin: calc(2 * var(--_space)) 0 0; padding: 0; list-style: none; columns: 2 11em; font-size: 0.9375em; }
.month-head { display: flex; flex-wrap: wrap; gap: calc(3 * var(--_space)); align-items: center; justify-content: space-between; margin-block-end: calc(3 * var(--_space)); }
.month table { table-layout: fixed; min-inline-size: 34rem; }
.month th { padding: var(--_space); font-weight: 500; font-size: 0.875em; color: var(--_muted); }
.month td { block-size: 4.5rem; padding: var(--_space); border: 1px solid var(--_border); font-size: 0.8125em; overflow-wrap: anywhere; }
.month td.outside { background: var(--_surface); }
.month td ul { margin: 0; padding: 0; list-style: none; }
.month td li { margin-block-start: var(--_space); padding: 0 var(--_space); border-inline-start: 3px solid var(--_accent); line-height: 1.3; }
.month .conditional { border-inline-start-style: dotted; }
.day { color: var(--_muted); }
.has .day { color: var(--_text); font-weight: 650; }
.actions p { flex: 1 1 20rem; }
@media (max-width: 40rem) {
  .month .scroll { display: none; }
  .agenda { display: block; }
  .list th, .list td { padding-inline: 0 calc(2 * var(--_space)); }
  .list th[scope="row"] { inline-size: 44%; overflow-wrap: anywhere; }
}
@media print { .actions, .month-head .actions, .fields { display: none; } details > ol { display: block; } }
`;

/**
 * Shows the recurring services of a tier from a first day on: as a list, month by month, and as a calendar file.
 *
 * @tag slo-deliverables
 * @attr tier - id of the tier; default: the highest tier
 * @attr from - first day, such as 2026-12-01; default: today
 * @attr months - number of months; default: 12
 * @attr sale - answer to the context question "sale" of the policy; every other context question is an attribute by its id as well
 * @csspart list - the recurring services with their next dates
 * @csspart month - the calendar of one month
 * @csspart error - the reason for which the element cannot be used
 */
export class SloDeliverables extends SloElement {
  static override styles = [styles];

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
