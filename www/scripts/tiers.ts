/** The page of tiers shows the tier of the case in the address, and what another one would change for that case. */

import type { SloDeliverables, SloTiers } from "../../js/elements/index.js";
import { factsOf, setAttributes, severityOf } from "../parts/case-address.js";

const tiers = document.querySelector<SloTiers>("slo-tiers");
const deliverables = document.querySelector<SloDeliverables>("slo-deliverables");

function showCase(): void {
  const policy = tiers?.policy ?? deliverables?.policy;
  if (!policy) return;
  const facts = factsOf(policy, location.hash);
  const [tier, sale] = [facts.get("tier"), facts.get("sale")];
  const severity = severityOf(policy, location.hash);
  if (tiers) setAttributes(tiers, { tier, sale, severity, submitted: facts.get("at") });
  if (deliverables) setAttributes(deliverables, { tier, sale });
}

for (const element of [tiers, deliverables]) element?.addEventListener("slo-ready", showCase, { once: true });
addEventListener("hashchange", () => {
  if (location.hash.includes("@")) showCase();
});
