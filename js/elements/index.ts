/** The custom elements as classes, to define under the names that a page wants. */

export { SloCalculator } from "./calculator/element.js";
export { SloClock } from "./clock/element.js";
export { SloDashboard } from "./dashboard/element.js";
export { SloDeliverables } from "./deliverables/element.js";
export { SloIntake } from "./intake/element.js";
export { SloPolicyBuilder } from "./policy-builder/element.js";
export { SloReport } from "./report/element.js";
export { SloTable } from "./table/element.js";
export { SloElement } from "./shared/element.js";
export { SloTerm } from "./term/element.js";
export { SloTiers } from "./tiers/element.js";
export { SloWizard } from "./wizard/element.js";
export type { SloEventMap } from "./shared/element.js";
