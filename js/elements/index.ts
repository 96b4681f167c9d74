/** The custom elements as classes, to define under the names that a page wants. */

export { SloCalculator } from "./calculator/element.js";
export { SloClock } from "./clock/element.js";
export { SloTable } from "./table/element.js";
export { SloElement } from "./shared/element.js";
export { SloWizard } from "./wizard/element.js";
