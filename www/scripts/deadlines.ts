/**
 * The page of deadlines: the calculator shows the case of the address, such as the one of a cell of the table, and the address follows
 * the choice, so that a link to it can be shared.
 */

import type { SloCalculator } from "../../js/elements/index.js";
import { factsOf, setAttributes, severityOf } from "../parts/case-address.js";

const calculator = document.querySelector<SloCalculator>("slo-calculator");

/** Gives the calculator the case of the address. */
function showCase(): void {
  const { policy } = calculator ?? {};
  if (!calculator || !policy) return;
  const facts = factsOf(policy, location.hash);
  const severity = severityOf(policy, location.hash);
  setAttributes(calculator, { tier: facts.get("tier"), severity, submitted: facts.get("at") });
}

/** Whether the reader has chosen something; the first choice is the element's own, and no case. */
let hasChosen = false;

calculator?.addEventListener("slo-ready", showCase);
calculator?.addEventListener("input", () => {
  hasChosen = true;
});
calculator?.addEventListener("slo-change", ({ detail: { tier, severity, submittedAt } }) => {
  const { policy } = calculator;
  if (!policy || !hasChosen) return;
  const [vector = ""] = location.hash.slice(1).split("&");
  const facts = factsOf(policy, location.hash);
  facts.set("tier", tier);
  facts.set("severity", severity);
  if (submittedAt === null) facts.delete("at");
  else facts.set("at", submittedAt);
  const start = vector.includes("@") ? vector : [policy.id, policy.version].map(encodeURIComponent).join("@");
  history.replaceState(history.state, "", `#${start}&${facts.toString().replaceAll("%3A", ":")}`);
});
addEventListener("hashchange", () => {
  if (!location.hash.includes("@")) return;
  showCase();
  calculator?.scrollIntoView({ block: "start" });
  calculator?.focus();
});
