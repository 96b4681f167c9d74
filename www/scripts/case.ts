/**
 * Carries the case from page to page: the links of the navigation and of the languages take it with them, and text that was not yet
 * sent is there again on the same page, in the other language as well. The case is the fragment of a permalink. The tab keeps
 * it and forgets it when it is closed; nothing is sent.
 */

const links = document.querySelectorAll<HTMLAnchorElement>("a[data-keeps-hash], a[data-keeps-case]");
const key = "case-slo";
const page = location.pathname.split("/").at(-1) || "index.html";

/** State of the history under which elements save input: the case, and the text that was not yet sent. */
type SavedState = { draft?: unknown } | undefined;

interface Kept {
  /** The fragment of the case; empty without one. */
  hash: string;
  /** Whether a link of the site led away from the page, and took the case with it. */
  isCarried: boolean;
  /** The fragment and the state of each page when it was left. */
  left: Record<string, { hash: string; state: SavedState }>;
}

/** Whether a fragment begins with the id of a policy and its version. */
const isCase = (hash: string): boolean => /^#[^@/&]+@/.test(hash);

/** Whether this page writes the case into its address. On other pages the case is the one that the tab keeps. */
const writesCase = document.querySelector(`:is(slo-wizard, slo-intake):not([permalink="off"])`) !== null;

function kept(): Kept {
  const nothing: Kept = { hash: "", isCarried: false, left: {} };
  try {
    return { ...nothing, ...JSON.parse(sessionStorage.getItem(key) ?? "{}") };
  } catch {
    // A frame may have no storage; then the addresses alone carry the case.
    return nothing;
  }
}

function keep(state: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(state));
  } catch {
    // As above.
  }
}

const caseHere = (): string => (isCase(location.hash) || writesCase ? location.hash : kept().hash);

/** Sets the links when they are about to be used: the elements change the address without an event. */
function setLinks(): void {
  for (const link of links) link.hash = "keepsHash" in link.dataset ? location.hash : caseHere();
}

for (const event of ["focusin", "pointerover", "pointerdown", "click"]) {
  document.addEventListener(event, setLinks, { capture: true, passive: true });
}

let isCarried = false;
for (const link of links) link.addEventListener("click", () => (isCarried = true));
addEventListener("pagehide", () => {
  const state = (history.state as { slo?: SavedState } | null)?.slo;
  keep({ hash: caseHere(), isCarried, left: { ...kept().left, [page]: { hash: location.hash, state } } });
});

const before = kept();
const last = before.left[page];
if (history.state === null && before.isCarried && last?.state) {
  const isSame = last.hash === location.hash;
  history.replaceState({ slo: isSame ? last.state : { draft: last.state.draft } }, "");
}
setLinks();
