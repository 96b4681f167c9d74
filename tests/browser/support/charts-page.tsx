/** A page with charts alone, for the tests: bundled by them, and shown on a page of the site under its headers. */

import {
  DistributionChart,
  HeatStrip,
  MissesChart,
  MonthsChart,
  WeeksChart,
  chartStyles,
  pngBlob,
  svgText,
} from "../../../js/charts/index.js";
import type { ViewContext } from "../../../js/elements/shared/element.js";
import { createFormat } from "../../../js/text/format.js";
import { common, sheetOf } from "../../../js/elements/shared/styles.js";
import { h, render } from "preact";

import policy from "../../../policies/cisco-spark-swss.json" with { type: "json" };

const charts = { DistributionChart, HeatStrip, MissesChart, MonthsChart, WeeksChart };

/** A chart by its name, with its figures. */
export type Shown = {
  [Name in keyof typeof charts]: [Name, Omit<Parameters<(typeof charts)[Name]>[0], "view">];
}[keyof typeof charts];

declare global {
  interface Window {
    showCharts(language: string, shown: Shown[]): void;
    saveChart(index: number): Promise<{ svg: string; png: string }>;
  }
}

const languages = ["fr-CA", "en"];
const root = (() => {
  const host = document.createElement("div");
  host.id = "charts";
  document.querySelector("main")?.append(host);
  document.querySelector("main")?.classList.add("wide");
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [
    common,
    chartStyles,
    ":host { grid-column: 1 / -1; } .all { display: grid; grid-template-columns: minmax(0, 1fr); gap: 3rem; }",
  ].map(sheetOf);
  return shadow;
})();

window.showCharts = (language, shown) => {
  const say = (text: Record<string, string> | undefined) => text?.[language] ?? text?.[languages[0] ?? ""] ?? "";
  const view = {
    description: policy,
    language,
    say,
    format: createFormat(language),
    withZone: (zone: string) => createFormat(language, zone),
  } as unknown as ViewContext;
  root.host.setAttribute("lang", language);
  render(
    h(
      "div",
      { class: "all" },
      shown.map(([name, props]) =>
        h(charts[name] as typeof WeeksChart, { view, ...props } as Parameters<typeof WeeksChart>[0]),
      ),
    ),
    root,
  );
};

window.saveChart = async (index) => {
  const chart = root.querySelectorAll(".chart")[index];
  if (chart === undefined) throw new Error(`no chart ${index}`);
  const bytes = new Uint8Array(await pngBlob(chart).arrayBuffer());
  return { svg: svgText(chart), png: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
};
