/** Defines `<slo-table>` alone. */

import { SloTable } from "./table/element.js";
import { register } from "./register.js";

register("slo-table", SloTable);

declare global {
  interface HTMLElementTagNameMap {
    "slo-table": SloTable;
  }
}
