/**
 * The charts of a report, as SVG that can be read aloud and walked by keyboard; each with a table. They need the CSS of
 * `chartStyles` in the style sheets of the element that shows them.
 */

export { DistributionChart, type ObjectiveLine } from "./distribution.js";
export { pngBlob, svgText } from "./export.js";
export type { ChartProps } from "./figure.js";
export { HeatStrip } from "./heat-strip.js";
export { MissesChart } from "./misses.js";
export { chartStyles } from "./styles.js";
export { MonthsChart, WeeksChart } from "./weeks.js";
