import type { EmbedMessages } from "./messages.js";

const plural = new Intl.PluralRules("en");

export const en: EmbedMessages = {
  title: "Embed",
  summary:
    "The wizard, the calculator and the tables in your own page: your policy, your colours, your form, and the header each takes.",
  heading: "In your own page",
  lead: "One tag is enough, and the page gives up nothing for it: no inline script, no inline style, no markup from strings, no cookie, no request but for the files of the package. Change the fields: the example runs, and the code follows.",
  parts: {
    start: {
      heading: "Five lines",
      paragraphs: [
        <>
          Copy the folder <code>dist</code> of the package beside your page, or install it with{" "}
          <code>npm install case-slo</code> and import <code>case-slo/elements/define</code>. What stands inside the tag
          is shown until the element is ready, and to readers without JavaScript.
        </>,
        <>
          What your page knows already is asked of nobody: <code>tier</code>, <code>sale</code>, and{" "}
          <code>answers</code>, a vector from a ticket or an alarm. Where your header refuses WebAssembly, say{" "}
          <code>engine="js"</code>.
        </>,
      ],
    },
    policy: {
      heading: "Your own policy",
      paragraphs: [
        <>
          A policy is a JSON document. It stands in the page, as here, or behind an address (
          <code>policy="care.json"</code>), or is set from a script (<code>element.policy = …</code>). Every element may
          have another one; they share one engine.
        </>,
      ],
    },
    brand: {
      heading: "Your own brand",
      paragraphs: [
        <>
          The elements take over the font of the page and, with three custom properties, its colours. What you leave out
          follows: the accent under the pointer, the tint behind what is chosen. For anything finer there is{" "}
          <code>::part()</code>.
        </>,
        "The table measures every pair of colours that meets in an element, as the browser paints them, against WCAG 2.2, level AA.",
      ],
    },
    form: {
      heading: "In your own form",
      paragraphs: [
        <>
          The wizard is a field of your form, like any other: it has a name, a value (the id of the severity), a
          validity where it is <code>required</code>, it is emptied with the form, and the browser brings it back. The
          event <code>slo-classified</code> tells the rest: clauses, reasons, the vector.
        </>,
      ],
    },
    static: {
      heading: "A static page",
      paragraphs: [
        <>
          One classic script and one tag, without a server: the engine and the reference policy are inside{" "}
          <code>case-slo.js</code>. The page can be opened from a disk. Under a header without WebAssembly, take{" "}
          <code>case-slo-js.js</code> instead.
        </>,
        <>
          Between two comments, <code>npx case-slo render --write page.html</code> writes the same table for readers
          without JavaScript; with <code>--check</code> it fails where the page says something else than the policy.
        </>,
      ],
    },
    frame: {
      heading: "In a frame",
      paragraphs: [
        <>
          A portal that allows no script from elsewhere shows the page <code>frame.html</code> in an iframe, in a
          sandbox of scripts alone, and hosts one script of 800 bytes itself. The attributes of <code>slo-frame</code>{" "}
          go in, with the policy, the font and the tokens; height, title and events come out.
        </>,
        <>
          More words in the sandbox allow more: <code>allow-popups</code> to follow a link or dial a number,{" "}
          <code>allow-downloads</code> for the calendar file, <code>allow-modals</code> to print; and{" "}
          <code>allow="clipboard-write"</code> to copy with one press.
        </>,
      ],
    },
  },
  release: {
    heading: "The files of this version",
    paragraphs: [
      <>
        With <code>integrity</code>, a browser runs a script only if it is this one, byte for byte; from another origin,
        the script takes <code>crossorigin</code> as well. These scripts are whole; a module’s digest does not cover
        what it imports.
      </>,
    ],
    caption: "Subresource integrity",
    file: "File",
    size: "Brotli",
    digest: "Digest",
    disk: (
      <>
        On a page that is opened from a disk, leave both out: browsers refuse a script with <code>integrity</code>{" "}
        there.
      </>
    ),
  },
  frameworks: {
    heading: "In a framework",
    paragraphs: [
      <>
        The elements are tags like any other. Types come along: <code>case-slo/react</code> for React 19,{" "}
        <code>case-slo/preact</code>, <code>case-slo/vue</code>; and <code>case-slo/html-data.json</code> for completion
        in the editor.
      </>,
    ],
    docs: (file) => <>Bundlers, frameworks and servers, row by row: {file}.</>,
  },
  example: {
    try: "Change it",
    live: "Live",
    page: "In the page",
    header: "Header that it takes",
    copy: "Copy",
    copied: "Copied.",
    notCopied: "The browser refuses to copy: the text is selected.",
    unset: "As the page has it",
    none: "Not said",
  },
  fields: {
    element: "Element",
    elements: { wizard: "Wizard", calculator: "Calculator", table: "Table of objectives" },
    language: "Language",
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", auto: "The reader’s choice", momentum: "Momentum" },
    engine: "Engine",
    engines: { auto: "WebAssembly, else JavaScript", wasm: "WebAssembly", js: "JavaScript" },
    phone: "Number to call",
    tier: "Tier",
    sale: "Sold by",
    required: "A severity is required",
    name: "Name of the field",
  },
  policy: {
    text: "Policy, as JSON",
    hint: "Change a word or a target: the wizard starts again on what you write.",
    check: (link) => (
      <>Everything that can be said of a policy before anyone trusts it stands on {link("Check a policy")}.</>
    ),
    notJson: "This is no JSON yet.",
  },
  brand: {
    colours: {
      accent: "Accent",
      "on-accent": "Text on the accent",
      background: "Background",
      text: "Text",
      "accent-strong": "Accent under the pointer",
      "accent-tint": "Tint of what is chosen",
      muted: "Lesser text",
      surface: "Surface",
      border: "Lines",
      "border-strong": "Edges of controls",
      critical: "First level",
      high: "Second level",
      medium: "Third level",
      low: "Fourth level",
    },
    all: "All the other colours",
    radius: "Corners",
    space: "Distances",
    font: "Font",
    fonts: { page: "The page’s", serif: "Serif", mono: "Monospaced" },
    back: "Start over",
    caption: "Contrast of what meets",
    columns: { pair: "Pair", ratio: "Contrast", needed: "Needed", verdict: "Verdict" },
    pairs: {
      text: "Text on the background",
      muted: "Lesser text on the background",
      surface: "Text on a surface",
      link: "Link on the background",
      button: "Text of the button",
      hover: "Text of the button under the pointer",
      chosen: "Text on what is chosen",
      edge: "Edge of a field",
      critical: "First level on the background",
      high: "Second level on the background",
      medium: "Third level on the background",
      low: "Fourth level on the background",
    },
    ratio: (value) => `${value.toFixed(1)}:1`,
    enough: "Enough",
    short: "Too little",
    verdict: (failures) =>
      failures === 0
        ? "Every pair has enough contrast."
        : `${failures} ${plural.select(failures) === "one" ? "pair has" : "pairs have"} too little contrast.`,
  },
  form: {
    subject: "Subject",
    subjectValue: "No mail since this morning",
    send: "Send",
    reset: "Empty the form",
    caption: "What the form knows of its field",
    rows: { name: "Name", value: "Value", valid: "Valid", message: "Message of the browser", sent: "Last sent" },
    yes: "Yes",
    no: "No",
    nothing: "Nothing yet",
  },
  static: {
    download: "Save this page",
    fileName: "severity.html",
    fallback: "An outage? Call now, do not wait for this page.",
  },
  frame: {
    inSandbox: "In a sandbox",
    heard: "What the portal hears",
    nothingYet: "Nothing yet: answer a question in the frame.",
    portal: "Header of the portal",
    framed: "Header of the frame’s server",
  },
};
