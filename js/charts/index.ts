/**
 * Charts of cases and attainment, as SVG that a screen reader can read and the arrow keys can walk; each has a table. The element
 * that shows them adopts `chartStyles`.
 */

export { DistributionChart, type ObjectiveLine } from "./distribution.js";
export { pngBlob, svgText } from "./export.js";
export type { ChartProps } from "./figure.js";
export { HeatStrip } from "./heat-strip.js";
export { MissesChart } from "./misses.js";
export { MonthsChart, WeeksChart } from "./periods.js";
export { chartStyles } from "./styles.js";
