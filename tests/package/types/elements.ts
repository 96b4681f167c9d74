/** The elements from a script: this file has to compile, and each line marked has to be refused. */

import "case-slo/elements/define/wizard";
import "case-slo/elements/define/calculator";
import type { SloEventMap } from "case-slo/elements";
import type { GlobalComponents } from "vue";
import type {} from "case-slo/vue";

export function listen(onSeverity: (severity: string) => void): void {
  const wizard = document.createElement("slo-wizard");
  wizard.policy = { id: "acme" };
  wizard.name = "severity";
  const value: string | null = wizard.value;
  const isMissing: boolean = wizard.validity.valueMissing && !wizard.checkValidity();
  wizard.addEventListener("slo-classified", ({ detail }) => onSeverity(detail.classification.severity));
  document.addEventListener("slo-error", (event) => onSeverity(event.detail.code));
  addEventListener("slo-step", ({ detail: { question, number } }) =>
    console.log(question ?? "the result", number, value, isMissing),
  );
  document.querySelector("slo-calculator")?.addEventListener("slo-change", ({ detail }) => onSeverity(detail.tier));
  // @ts-expect-error the detail has no such property
  wizard.addEventListener("slo-classified", ({ detail }) => onSeverity(detail.severty));
  // @ts-expect-error the value is the wizard's to say
  wizard.value = "critical";
}

export const stateDetail: SloEventMap["slo-state"]["detail"] = { measure: "initial-response", state: "met" };

type Template = InstanceType<GlobalComponents["slo-wizard"]>["$props"];

export const template: Template = {
  tier: "premium",
  theme: "light",
  onSloClassified: ({ detail }) => console.log(detail.context),
};

// @ts-expect-error there is no such theme
export const wrong: Template = { theme: "purple" };
