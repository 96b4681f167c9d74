/** The page "About": starts its examples. The clock counts from some minutes ago; chart and check load when they come near the window. */

import { render } from "preact";

import type { ViewContext } from "../../js/elements/shared/element.js";
import type { Diagnostic, Week } from "../../js/types.js";
import { check, init } from "../../js/index.js";
import { policyMessagesIn } from "../messages/policy/index.js";
import type { FindingCode } from "../../js/messages/findings.js";
import type { Language } from "../site.js";

const language = document.documentElement.lang as Language;

for (const clock of document.querySelectorAll<HTMLElement>("slo-clock[data-minutes]")) {
  const submitted = new Date(Date.now() - Number(clock.dataset["minutes"]) * 60_000);
  clock.setAttribute("submitted", submitted.toISOString());
}

/** Calls `start` once the part of the page is near the window. */
function nearby(id: string, start: (part: HTMLElement) => Promise<void>): void {
  const part = document.getElementById(id);
  if (part === null) return;
  const near = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      near.disconnect();
      void start(part);
    },
    { rootMargin: "200px" },
  );
  near.observe(part);
}

nearby("chart", async (part) => {
  const [{ WeeksChart, chartStyles }, { createFormat }, { common, sheetOf }] = await Promise.all([
    import("../../js/charts/index.js"),
    import("../../js/text/format.js"),
    import("../../js/elements/shared/styles.js"),
  ]);
  const weeks = JSON.parse(part.dataset["weeks"] ?? "[]") as Week[];
  // The chart needs no more of its view than this.
  const view = { language, format: createFormat(language, "UTC") } as ViewContext;
  const root = part.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheetOf(common), sheetOf(chartStyles)];
  render(<WeeksChart view={view} weeks={weeks} />, root);
});

nearby("check", async (part) => {
  const text = part.querySelector("textarea");
  const list = part.querySelector("#about-findings");
  if (text === null || list === null) return;
  const messages = policyMessagesIn(language);
  const show = (): void => {
    const found = check(text.value).filter(({ level }) => level !== "info");
    list.replaceChildren();
    render(found.length === 0 ? <p>{messages.verdict.sound}</p> : found.map((each) => <Finding of={each} />), list);
  };
  const Finding = ({ of: { code, level, line, column } }: { of: Diagnostic }) => {
    const own = messages.codes[code as FindingCode];
    return (
      <div class={`finding finding-${level}`}>
        <p>
          <strong>{messages.level[level]}</strong>
          {line !== undefined && ` (${messages.place(line, column ?? 1)})`}
        </p>
        <p>{own.text}</p>
        <p>{messages.help(own.fix)}</p>
      </div>
    );
  };
  try {
    await init();
  } catch {
    render(<p>{messages.unavailable}</p>, list);
    return;
  }
  let rest: ReturnType<typeof setTimeout> | undefined;
  text.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(show, 200);
  });
  show();
});
