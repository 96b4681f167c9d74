/**
 * The page of deadlines: the calculator shows the case of the address, such as the one of a cell of the table, and the address follows
 * the choice, so that a link to it can be shared.
 */

import type { SloCalculator } from "../../js/elements/index.js";

const calculator = document.querySelector<SloCalculator>("slo-calculator");
const attributes = ["tier", "severity", "submitted"] as const;

/** Facts of a case in the fragment of an address, after the policy and the answers: "id@version/…&tier=premium". */
function factsOf(fragment: string): URLSearchParams {
  const [vector = "", ...rest] = fragment.replace(/^#/, "").split("&");
  return new URLSearchParams(vector.includes("@") ? rest.join("&") : "");
}

/** Gives the calculator the case of the address; the severity follows from the answers if it is not there. */
function showCase(): void {
  const { policy } = calculator ?? {};
  if (!calculator || !policy) return;
  const facts = factsOf(location.hash);
  const [vector = ""] = location.hash.slice(1).split("&");
  const severity = facts.get("severity") ?? severityOf(vector);
  const found = { tier: facts.get("tier"), severity, submitted: facts.get("at") };
  for (const name of attributes) {
    const value = found[name];
    if (value === null) calculator.removeAttribute(name);
    else calculator.setAttribute(name, value);
  }
}

/** Returns the severity of answers; null without a decision, or for a vector of another policy. */
function severityOf(vector: string): string | null {
  const policy = calculator?.policy;
  if (!policy || !vector.includes("/")) return null;
  try {
    return policy.classify(policy.parseVector(decodeURIComponent(vector)).answers).severity;
  } catch {
    return null;
  }
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
  const facts = factsOf(location.hash);
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
