// Runs on the pages of `npm run dev`: reloads the page when its files have changed, and shows why a build failed. It keeps
// to the strictest header: no markup from strings, and styles in a sheet that a script has made.

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; padding: 2rem; background: #1b1b1bf2; color: #fff; }
  h1 { font: 600 1.25rem system-ui, sans-serif; }
  pre { font: 0.875rem/1.4 ui-monospace, monospace; white-space: pre-wrap; }
`);

let overlay;

function show(problem) {
  overlay?.remove();
  overlay = undefined;
  if (problem === null) return;
  overlay = document.createElement("div");
  overlay.id = "build-problem";
  overlay.setAttribute("role", "alert");
  overlay.setAttribute("lang", "en");
  const root = overlay.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const [heading, text] = [document.createElement("h1"), document.createElement("pre")];
  heading.textContent = "The build failed";
  text.textContent = problem;
  root.append(heading, text);
  document.body.append(overlay);
}

const events = new EventSource(new URL("events", import.meta.url));
let isAgain = false;
events.addEventListener("open", () => {
  // A server that was started again may have other files.
  if (isAgain) location.reload();
  isAgain = true;
});
events.addEventListener("message", ({ data }) => {
  const { reload, problem } = JSON.parse(data);
  if (reload) location.reload();
  else show(problem);
});
