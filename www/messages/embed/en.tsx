import type { EmbedMessages } from "./index.js";

const plural = new Intl.PluralRules("en");

export const en: EmbedMessages = {
  title: "Embed",
  summary:
    "The wizard, the calculator and the tables in your own page: your policy, your colours, your form, and the header that each one needs.",
  heading: "In your own page",
  lead: "One tag is enough, and your page’s security stays intact: no inline script or style, no HTML built from strings, no cookies, no requests except for the package’s files. Change the fields: the example and its code update.",
  parts: {
    start: {
      heading: "Any element in five lines",
      paragraphs: [
        <>
          Copy the package’s <code>dist</code> folder next to your page, or install it with{" "}
          <code>npm install case-slo</code> and import <code>case-slo/elements/define</code>. The content inside the tag
          is shown until the element is ready, and to readers without JavaScript.
        </>,
        <>
          What your page already knows is not asked again: <code>tier</code>, <code>sale</code>, and{" "}
          <code>answers</code>, a vector from a ticket or an alarm. If your header forbids WebAssembly, write{" "}
          <code>engine="js"</code>.
        </>,
      ],
    },
    policy: {
      heading: "Your own policy",
      paragraphs: [
        <>
          A policy is a JSON document. It can be in the page, as here, at an address (<code>policy="care.json"</code>),
          or set from a script (<code>element.policy = …</code>). Each element can have its own; they share one engine.
        </>,
      ],
    },
    brand: {
      heading: "Your own brand",
      paragraphs: [
        <>
          The elements inherit the page’s font and, with three custom properties, its colours. The rest follows from
          these: the accent under the pointer, the tint behind a chosen option. For finer control, use{" "}
          <code>::part()</code>.
        </>,
        "The table measures every pair of adjacent colours in an element, as the browser paints them, against WCAG 2.2, level AA.",
      ],
    },
    form: {
      heading: "In your own form",
      paragraphs: [
        <>
          The wizard is a field of your form, like any other: it has a name and a value (the ID of the severity), is
          validated when <code>required</code>, resets with the form, and is restored by the browser. The{" "}
          <code>slo-classified</code> event carries the rest: clauses, reasons, the vector.
        </>,
      ],
    },
    static: {
      heading: "A static page",
      paragraphs: [
        <>
          One classic script and one tag, no server: the engine and the reference policy are inside{" "}
          <code>case-slo.js</code>. The page can be opened from a disk. Under a header that forbids WebAssembly, use{" "}
          <code>case-slo-js.js</code> instead.
        </>,
        <>
          Between two comments, <code>npx case-slo render --write page.html</code> writes the same table for readers
          without JavaScript; with <code>--check</code> it fails if the page differs from the policy.
        </>,
      ],
    },
    frame: {
      heading: "In a frame",
      paragraphs: [
        <>
          A portal that allows no third-party scripts shows <code>frame.html</code> in an iframe sandboxed to scripts
          only, and hosts one 800-byte script itself. Attributes of <code>slo-frame</code> are passed in, along with the
          policy, the font and the tokens; height, title and events are passed out.
        </>,
        <>
          Other sandbox values allow more: <code>allow-popups</code> to follow a link or dial a number,{" "}
          <code>allow-downloads</code> for the calendar file, <code>allow-modals</code> to print; and{" "}
          <code>allow="clipboard-write"</code> to copy with one click.
        </>,
      ],
    },
  },
  release: {
    heading: "The files of this version",
    paragraphs: [
      <>
        With <code>integrity</code>, a browser runs a script only if it is exactly this one, byte for byte; from another
        origin, the script needs <code>crossorigin</code> as well. These scripts are self-contained; a module’s digest
        does not cover its imports.
      </>,
    ],
    download: (name, size) => `Download ${name} (${size})`,
    install: "In a project, beside the file",
    caption: "Subresource integrity",
    file: "File",
    size: "Brotli",
    digest: "Digest",
    disk: (
      <>
        On a page opened from a disk, leave both out: there, browsers refuse a script with <code>integrity</code>.
      </>
    ),
  },
  frameworks: {
    heading: "In a framework",
    paragraphs: [
      <>
        The elements are tags like any other. Types are included: <code>case-slo/react</code> for React 19,{" "}
        <code>case-slo/preact</code>, <code>case-slo/vue</code>; and <code>case-slo/html-data.json</code> for completion
        in the editor.
      </>,
    ],
    portal: (link) => (
      <>A whole portal with its own policy, brand and ticket form: {link("Boréal, as a live example")}.</>
    ),
    oneFile: (link) => (
      <>
        Without a developer: {link("Write a policy")} makes of a policy one file, which opens anywhere and which a
        portal shows in an iframe.
      </>
    ),
    docs: (file) => <>Bundlers, frameworks and servers, one by one: {file}.</>,
  },
  example: {
    try: "Change it",
    live: "Live",
    page: "In the page",
    header: "Required header",
    copy: "Copy",
    copied: "Copied.",
    attributes: "All the other attributes",
    events: "Events",
    received: "Received from the example",
    nothingYet: "Nothing yet.",
    notCopied: "The browser refuses to copy: the text is selected.",
    unset: "Same as the page",
    none: "Not specified",
  },
  fields: {
    element: "Element",
    elements: {
      wizard: "Wizard",
      calculator: "Calculator",
      table: "Table of objectives",
      clock: "Clock of a case",
      intake: "Request",
      tiers: "Tiers",
      deliverables: "Recurring services",
      term: "Term of the glossary",
      report: "Report on a log",
      dashboard: "Monthly dashboard",
      "policy-builder": "Policy builder",
    },
    language: "Language",
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", auto: "Match the browser setting", momentum: "Momentum" },
    engine: "Engine",
    engines: { auto: "WebAssembly, otherwise JavaScript", wasm: "WebAssembly", js: "JavaScript" },
    phone: "Number to call",
    tier: "Tier",
    sale: "Sold by",
    required: "A severity is required",
    name: "Field name",
  },
  policy: {
    text: "Policy, as JSON",
    hint: "Change a word or a target: the wizard starts again with your text.",
    check: (link) => <>Before you trust a policy, check it on the {link("Check a policy")} page.</>,
    notJson: "This is not valid JSON yet.",
  },
  brand: {
    colours: {
      accent: "Accent",
      "on-accent": "Text on the accent",
      background: "Background",
      text: "Text",
      "accent-strong": "Accent under the pointer",
      "accent-tint": "Tint of a chosen option",
      muted: "Secondary text",
      surface: "Surface",
      border: "Lines",
      "border-strong": "Control borders",
      critical: "First level",
      high: "Second level",
      medium: "Third level",
      low: "Fourth level",
    },
    all: "All the other colours",
    radius: "Corner radius",
    space: "Spacing",
    font: "Font",
    fonts: { page: "The page’s", serif: "Serif", mono: "Monospaced" },
    back: "Start over",
    caption: "Contrast of colour pairs",
    columns: { pair: "Pair", ratio: "Contrast", needed: "Required", verdict: "Result" },
    pairs: {
      text: "Text on the background",
      muted: "Secondary text on the background",
      surface: "Text on a surface",
      link: "Link on the background",
      button: "Button text",
      hover: "Button text under the pointer",
      chosen: "Text on a chosen option",
      edge: "Field border",
      critical: "First level on the background",
      high: "Second level on the background",
      medium: "Third level on the background",
      low: "Fourth level on the background",
    },
    ratio: (value) => `${value.toFixed(1)}:1`,
    enough: "Sufficient",
    short: "Insufficient",
    verdict: (failures) =>
      failures === 0
        ? "All pairs have sufficient contrast."
        : `${failures} ${plural.select(failures) === "one" ? "pair has" : "pairs have"} insufficient contrast.`,
  },
  form: {
    subject: "Subject",
    subjectValue: "No mail since this morning",
    send: "Send",
    reset: "Clear the form",
    caption: "State of the field in the form",
    rows: { name: "Name", value: "Value", valid: "Valid", message: "Browser message", sent: "Last sent" },
    yes: "Yes",
    no: "No",
    nothing: "Nothing yet",
  },
  static: {
    download: "Save this page",
    fileName: "severity.html",
    fallback: "An outage? Call now: this page can wait.",
  },
  frame: {
    inSandbox: "In a sandbox",
    heard: "Events the portal receives",
    nothingYet: "Nothing yet: answer a question in the frame.",
    portal: "Portal header",
    framed: "Frame server header",
  },
};
