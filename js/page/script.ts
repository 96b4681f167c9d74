/**
 * The script of the page that `case-slo page` writes: it shows one language and one view of the document, and passes the case from the
 * wizard to the other elements. It stands in the head, so that the page never shows its other state first.
 */

import "../elements/define-calculator.js";
import "../elements/define-clock.js";
import "../elements/define-intake.js";
import "../elements/define-table.js";
import "../elements/define-tiers.js";
import "../elements/define-wizard.js";
import type { SloEventMap } from "../elements/shared/element.js";
import { type ViewName, viewNames } from "../messages/page.js";
import { nearestTag } from "../text/lookup.js";

const root = document.documentElement;
root.dataset["view"] = "help" satisfies ViewName;

addEventListener("DOMContentLoaded", () => {
  const editions = [...document.querySelectorAll<HTMLElement>(".edition")];
  const title = document.title;
  let current: HTMLElement | undefined;

  /** Shows the page in a language; the elements of the other one leave the page. */
  function showEdition(edition: HTMLElement): void {
    for (const each of editions) {
      each.classList.toggle("current", each === edition);
      if (each !== edition) liveOf(each)?.replaceChildren();
    }
    current = edition;
    root.lang = edition.lang;
    const template = edition.querySelector("template");
    if (template !== null) liveOf(edition)?.replaceChildren(template.content.cloneNode(true));
    markView();
  }

  const liveOf = (edition: HTMLElement | undefined) => edition?.querySelector(".live");

  function markView(): void {
    for (const button of liveOf(current)?.querySelectorAll<HTMLElement>(".views [data-view]") ?? [])
      if (button.dataset["view"] === root.dataset["view"]) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
  }

  /** Shows a view and moves the focus to its heading. */
  function showView(name: ViewName): void {
    root.dataset["view"] = name;
    markView();
    showCase();
    const place =
      name === "service" ? current?.querySelector(".document") : liveOf(current)?.querySelector(`.view-${name} > h1`);
    (place as HTMLElement | null | undefined)?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** Adds a view to the history of the page, beside the state of the wizard. */
  function go(name: ViewName): void {
    if (root.dataset["view"] === name) return;
    history.pushState({ ...history.state, view: name }, "");
    showView(name);
  }

  const viewNamed = (name: unknown): ViewName => viewNames.find((each) => each === name) ?? "help";

  document.addEventListener("click", (event) => {
    const [from] = event.composedPath();
    if (!(from instanceof Element)) return;
    const language = from.closest<HTMLElement>("[data-language]")?.dataset["language"];
    const edition = editions.find(({ lang }) => lang === language);
    const view = from.closest<HTMLElement>("button[data-view]")?.dataset["view"];
    const anchor = from.closest("a")?.getAttribute("href") ?? "";
    const place = anchor.startsWith("#") ? document.getElementById(decodeURIComponent(anchor.slice(1))) : null;
    if (edition !== undefined) {
      event.preventDefault();
      showEdition(edition);
      edition.querySelector<HTMLElement>(`[data-language][aria-current]`)?.focus();
    } else if (view !== undefined) go(viewNamed(view));
    else if (place?.closest(".document")) {
      // The address belongs to the wizard, so a link to a clause does not change it.
      event.preventDefault();
      go("service");
      place.scrollIntoView();
    } else if (from.closest(".skip")) {
      event.preventDefault();
      liveOf(current)?.querySelector("main")?.focus();
    }
  });

  addEventListener("popstate", ({ state }: PopStateEvent) => {
    const view = viewNamed((state as { view?: unknown } | null)?.view);
    if (view !== root.dataset["view"]) showView(view);
  });

  listen("slo-step", ({ title: step }) => {
    document.title = `${step} – ${title}`;
  });
  listen("slo-classified", ({ classification, context }) => {
    const { tier, ...rest } = context;
    for (const element of liveOf(current)?.querySelectorAll("slo-intake, slo-calculator, slo-tiers") ?? []) {
      for (const [id, answer] of Object.entries(rest)) element.setAttribute(`data-${id}`, answer);
      if (tier !== undefined) element.setAttribute("tier", tier);
      element.setAttribute("severity", classification.severity);
      // The element reads its attributes again, those of context questions among them.
      element.removeAttribute("answers");
      element.setAttribute("answers", classification.vector);
    }
    showCase();
  });
  /** Gives the calculator the facts that the address has beside the answers; the wizard writes them there without an event. */
  function showCase(): void {
    const calculator = liveOf(current)?.querySelector("slo-calculator");
    if (!calculator || !/^#[^&]+@/.test(location.hash)) return;
    const facts = new URLSearchParams(location.hash.split("&").slice(1).join("&"));
    for (const [fact, attribute] of Object.entries({ tier: "tier", severity: "severity", at: "submitted" })) {
      const value = facts.get(fact);
      if (value !== null) calculator.setAttribute(attribute, value);
      else if (fact === "at") calculator.removeAttribute(attribute);
    }
  }

  listen("slo-ready", showCase);
  listen("slo-change", ({ tier, severity, submittedAt }) => {
    const running = liveOf(current)?.querySelector<HTMLElement>(".running");
    const clock = running?.querySelector("slo-clock");
    if (!running || !clock) return;
    running.hidden = submittedAt === null;
    if (submittedAt === null) return;
    for (const [name, value] of Object.entries({ tier, severity, submitted: submittedAt }))
      clock.setAttribute(name, value);
  });
  listen("slo-error", ({ code }) => {
    // Without an engine, the document is what there is to read.
    if (code === "engine-unavailable") root.dataset["failed"] = "";
  });

  const wanted = [new URLSearchParams(location.search).get("lang") ?? "", ...navigator.languages];
  const tags = editions.map(({ lang }) => lang);
  const tag = wanted.map((each) => nearestTag(each, tags)).find((each) => each !== undefined);
  const edition = editions.find(({ lang }) => lang === tag) ?? editions[0];
  if (edition !== undefined) showEdition(edition);

  const worker = root.dataset["worker"];
  if (worker !== undefined) keepOffline(worker);
});

function listen<Type extends keyof SloEventMap>(
  type: Type,
  handler: (detail: SloEventMap[Type]["detail"]) => void,
): void {
  document.addEventListener(type, (event) => handler((event as SloEventMap[Type]).detail));
}

/** Trusted Types, which not every browser has. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** Registers the service worker of a folder, which keeps the page for a time without a network. */
function keepOffline(address: string): void {
  if (!isSecureContext || !("serviceWorker" in navigator)) return;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const trusted = trustedTypes?.createPolicy("case-slo-page", { createScriptURL: (text) => text });
  navigator.serviceWorker.register(trusted?.createScriptURL(address) ?? address).catch((error: unknown) => {
    console.warn(`this page is not kept for offline use: ${String(error)}`);
  });
}
