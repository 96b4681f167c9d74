/** `case-slo page`: a policy as one HTML file with the wizard, deadlines and contacts, or as a folder for a static host. */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";

import type { Policy } from "../node.js";
import { accentOf, enoughContrast, logoTypes, maxLogo } from "../page/brand.js";
import { type PageScript, type PageSettings, pageFile } from "../page/document.js";
import { pageFolder } from "../page/folder.js";
import { themes } from "../page/styles.js";
import { isKnownZone } from "../text/local-time.js";
import { command, suggestion, UsageError } from "./command.js";
import { readPolicy, readText } from "./input.js";
import { note, print } from "./output.js";

export const pageCommand = command({
  name: "page",
  summary: "write a page with the wizard, deadlines, tiers and contacts: one file that works offline",
  usage: "[policy.json|-] [options] > support.html",
  count: [0, 1],
  details: [
    "Prints one HTML file with everything inside. It runs from a disk, a share or a mail attachment, without a network, and can be",
    "read without JavaScript. Default: the reference policy.",
  ],
  options: {
    lang: {
      value: "tags",
      help: "languages of the policy, separated by commas, the first one first; default: all of them",
    },
    phone: { value: "number", help: "the number of the support desk; default: that of the policy" },
    zone: { value: "zone", help: "the time zone of the times; default: that of the visitor" },
    tier: { value: "id", help: "the tier of all readers, which is then not asked" },
    context: { value: "question=option", many: true, help: "an answer to a context question, which is then not asked" },
    theme: { value: "name", help: "auto, light, dark or momentum; default: auto" },
    accent: { value: "colour", help: "the colour of links and buttons, such as #0b6e4f" },
    style: { value: "file", help: "a style sheet after that of the page, for example with tokens of the elements" },
    logo: { value: "file", help: "a picture beside the title: SVG, PNG, JPEG, GIF or WebP, at most 200 KB" },
    engine: { value: "name", help: "wasm, or js for places that forbid WebAssembly; default: wasm" },
    out: {
      value: "folder",
      help: "write a folder for a static host, with a service worker that keeps it, in place of one file",
    },
  },
  async run(values, [path]) {
    const policy = await readPolicy(path);
    const settings: PageSettings = {
      languages: languagesOf(policy, values.lang),
      phone: values.phone,
      zone: zoneNamed(values.zone),
      customer: customerOf(policy, values.tier, values.context ?? []),
      theme: themeNamed(values.theme),
      css: [accentCss(values.accent), values.style === undefined ? "" : await readText(values.style)].join("\n"),
      logo: values.logo === undefined ? undefined : await readLogo(values.logo),
    };
    if (/<\/style/i.test(settings.css ?? "")) throw new UsageError("a style sheet must not contain </style");
    const script = await scriptOf(values.engine ?? "wasm");
    if (values.out === undefined) {
      if (process.stdout.isTTY)
        throw new UsageError("the page is a file: redirect it, as in > support.html, or use --out");
      process.stdout.write(await pageFile(policy, settings, script));
      return 0;
    }
    await mkdir(values.out, { recursive: true });
    for (const [name, text] of await pageFolder(policy, settings, script)) {
      await writeFile(join(values.out, name), text);
      print(join(values.out, name));
    }
    return 0;
  },
});

function languagesOf(policy: Policy, wanted: string | undefined): string[] {
  if (wanted === undefined) return policy.languages;
  const names = wanted.split(",").map((name) => name.trim().replaceAll("_", "-"));
  const found = names.map((name) => {
    const tag = policy.languages.find((each) => each.toLowerCase() === name.toLowerCase());
    if (tag !== undefined) return tag;
    throw new UsageError(`the policy has no language "${name}"; its languages are ${policy.languages.join(", ")}`);
  });
  return [...new Set(found)];
}

function zoneNamed(zone: string | undefined): string | undefined {
  if (zone === undefined || isKnownZone(zone)) return zone;
  throw new UsageError(`"${zone}" is not a known IANA time zone`);
}

function themeNamed(name: string | undefined): string | undefined {
  if (name === undefined || Object.hasOwn(themes, name)) return name;
  const names = Object.keys(themes);
  throw new UsageError(`unknown theme "${name}"${suggestion(name, names) || `; the themes are ${names.join(", ")}`}`);
}

/** Returns the tier and the answers to context questions. @throws UsageError for ids that the policy does not know */
function customerOf(policy: Policy, tier: string | undefined, answers: readonly string[]): Record<string, string> {
  const { tiers = [], context = [] } = policy.toJSON();
  const pairs = answers.map((text): [string, string] => {
    const [question = "", option = "", ...rest] = text.split("=");
    if (option === "" || rest.length > 0) throw new UsageError(`expected question=option, found "${text}"`);
    return [question, option];
  });
  const offers = new Map<string, readonly { id: string }[]>([
    ["tier", tiers],
    ...context.map(({ id, options }) => [id, options] as const),
  ]);
  const given: [string, string][] = [...(tier === undefined ? [] : [["tier", tier] as [string, string]]), ...pairs];
  for (const [question, option] of given) {
    const options = offers.get(question);
    if (options === undefined) throw new UsageError(`the policy has no context question "${question}"`);
    const ids = options.map(({ id }) => id);
    if (!ids.includes(option))
      throw new UsageError(
        `"${question}" has no option "${option}"${suggestion(option, ids) || `; the options are ${ids.join(", ")}`}`,
      );
  }
  return Object.fromEntries(given);
}

/** Returns the tokens for an accent; a colour that is too pale for a white page is used, with a note. */
function accentCss(text: string | undefined): string {
  if (text === undefined) return "";
  const accent = accentOf(text);
  if (accent === null) throw new UsageError(`expected a colour such as #0b6e4f, found "${text}"`);
  const { colour, css, onWhite } = accent;
  if (onWhite < enoughContrast)
    note(
      `case-slo: ${colour} has a contrast of ${Math.floor(onWhite * 10) / 10} on white; text needs ${enoughContrast}`,
    );
  return css;
}

async function readLogo(path: string): Promise<string> {
  const type = logoTypes[extname(path).toLowerCase()];
  if (type === undefined) throw new UsageError(`cannot use ${path}: a logo is ${Object.keys(logoTypes).join(", ")}`);
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`cannot read ${path}: no such file`);
  });
  if (bytes.length > maxLogo)
    throw new UsageError(`a logo may have at most ${maxLogo} bytes, ${path} has ${bytes.length}`);
  return `data:${type};base64,${bytes.toString("base64")}`;
}

/** Reads the script of the page from the folder of the command line. */
async function scriptOf(engine: string): Promise<PageScript> {
  if (engine !== "wasm" && engine !== "js") throw new UsageError(`expected wasm or js for --engine, found "${engine}"`);
  const name = engine === "wasm" ? "page.js" : "page-js.js";
  return { text: await readFile(new URL(`./${name}`, import.meta.url), "utf8"), engine };
}
