/** Input about a case, and the start of its engine, which reads instants. */

export { init } from "../../../js/index.js";
export * from "../../../js/elements/shared/case-input.js";
