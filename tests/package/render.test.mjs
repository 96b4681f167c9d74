// `case-slo render`: a policy as HTML and Markdown, and pages that are held to it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { referencePolicy } from "case-slo";
import { cli } from "./support/cli.mjs";
import { root } from "./support/installed.mjs";
import { moduleOf } from "./support/source.mjs";

const boreal = "policies/boreal-care.json";
const description = referencePolicy().toJSON();

async function rendered(...args) {
  const { code, out, err } = await cli(["render", ...args]);
  assert.equal(err, "");
  assert.equal(code, 0);
  return out;
}

/** Markup as a reader sees it: without tags, its characters back. */
const read = (html) =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll(/[ \n]+/g, " ");

describe("as HTML", () => {
  for (const language of ["fr-CA", "en"]) {
    test(`the reference policy is there whole, every clause and term under its anchor (${language})`, async () => {
      const html = await rendered("--lang", language);
      assert.ok(html.startsWith(`<!doctype html>\n<html lang="${language}">`));
      const text = read(html);
      // An id inside a clause is a link, with spaces around it where the tags were.
      const flat = (words) => words.replaceAll(/\s/g, "");
      for (const [id, clause] of Object.entries(description.clauses)) {
        assert.ok(html.includes(`id="${id}"`), id);
        assert.ok(flat(text).includes(flat(clause.text[language])), `${id}: ${clause.text[language]}`);
      }
      for (const { term, text: meaning } of description.glossary) {
        assert.ok(text.includes(term[language]) && text.includes(meaning[language]), term[language]);
      }
      for (const { name } of description.features) assert.ok(text.includes(name[language]), name[language]);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, "an anchor stands once");
      for (const [, target] of html.matchAll(/href="#([^"]*)"/g))
        assert.ok(ids.includes(decodeURIComponent(target)), target);
    });
  }

  test("there is no style, no script, and every cell has its headings", async () => {
    const html = await rendered("--lang", "en");
    assert.doesNotMatch(html, /<(style|script|link)\b|\sstyle=|\son\w+=/);
    assert.match(html, /<th scope="col">Premium<\/th>/);
    assert.match(html, /<th scope="row">.*Critical.*<\/th>/);
    assert.match(html, /<td class="time">less than 15\u00a0min <a class="cite" href="#S2">S2<\/a><\/td>/);
    assert.match(html, /<td class="nothing">no objective stated<\/td>/);
  });

  test("the standing of the objectives is below them (P2, P3)", async () => {
    const html = await rendered("--lang", "en", "--part", "objectives");
    assert.match(html, /Cisco, directly: the objectives are part of the contract\./);
    assert.match(html, /An authorized reseller: the objectives are for information only\./);
  });

  test("no text of a policy is read as markup, in either format", async () => {
    const evil = `<img src=x onerror=alert(1)> & "quoted" [link](javascript:alert(1)) *bold* | \`code\``;
    const text = { en: evil };
    const policy = {
      id: "evil",
      version: "1",
      title: text,
      languages: ["en"],
      tiers: [{ id: "only", name: text, text }],
      severities: [{ id: "bad", name: text, definition: text, clause: "A1" }],
      measures: [{ id: "m", name: text }],
      calendars: { always: { open: "24x7" } },
      objectives: [
        {
          id: "o",
          measure: "m",
          tiers: ["only"],
          severities: ["bad"],
          target: { under: "PT1H" },
          calendar: "always",
          clause: "A1",
        },
      ],
      features: [{ id: "f", tier: "only", name: text, clause: "A1" }],
      clauses: { A1: { heading: text, text } },
      glossary: [{ term: text, text }],
    };
    const input = JSON.stringify(policy);
    const html = await cli(["render", "-"], { input });
    assert.equal(html.code, 0, html.err);
    assert.doesNotMatch(html.out, /<img/);
    assert.ok(html.out.includes("&lt;img src=x"));
    const markdown = await cli(["render", "-", "--format", "markdown"], { input });
    assert.equal(markdown.code, 0, markdown.err);
    assert.doesNotMatch(markdown.out, /(?<!\\)<img|(?<!\\)\]\(javascript|(?<!\\)\*bold|(?<!\\)\| \\`/);
  });
});

describe("as Markdown", () => {
  test("a table has a row a severity and a column a tier", async () => {
    const lines = (await rendered("--format", "markdown", "--part", "objectives", "--lang", "en"))
      .split("\n")
      .filter((line) => line.startsWith("|"));
    assert.deepEqual(
      lines.map((line) => line.split("|").length),
      Array(6).fill(6),
    );
    assert.match(
      lines[2],
      /^\| Critical +\| no objective stated \| less than 30\u00a0min S2 \| less than 15\u00a0min S2 \|$/,
    );
  });

  test("a part has no heading of its own, the whole has one for each", async () => {
    assert.doesNotMatch(await rendered("--format", "markdown", "--part", "severities"), /^#/m);
    const whole = await rendered("--format", "markdown", "--lang", "en");
    const headings = [
      "Objectives",
      "What the severity levels mean",
      "What the description does not cover",
      "Service tiers",
      "Recurring services",
      "Contact the support desk",
      "The description, clause by clause",
      "Glossary",
    ];
    assert.deepEqual(
      [...whole.matchAll(/^## <a id="[^"]*"><\/a>(.*)$/gm)].map(([, heading]) => heading),
      headings,
    );
  });
});

test("a condition of one feature does not appear at another feature of the same clause (E18)", async () => {
  const [{ tierStatements }, { subjectOf }] = await Promise.all(
    ["render/tiers.ts", "render/blocks.ts"].map((path) => moduleOf(path)),
  );
  const blocks = tierStatements(subjectOf(referencePolicy(), "fr-CA"));
  const { notes } = blocks.flatMap(({ items }) => items ?? []).find(({ id }) => id === "E18");
  assert.deepEqual(notes, [
    "chaque trimestre",
    "Revue limitée aux données que vous fournissez\u00a0: sur site seulement",
  ]);
});

test("an exclusion appears as an exclusion (E10)", async () =>
  assert.match(
    await rendered("--format", "markdown", "--part", "tiers", "--lang", "en"),
    /- Customer-side interface \(excluded\) E10/,
  ));

test("an address of a clause is a link (T1)", async () =>
  assert.match(
    await rendered("--lang", "en", "--part", "clauses"),
    /<a href="https:\/\/support\.ciscospark\.com\/">https:\/\/support\.ciscospark\.com\/<\/a>\)/,
  ));

test("a policy of one’s own is written without a line of code: three measures, its own tiers and clauses", async () => {
  const { out, code } = await cli(["render", boreal, "--lang", "en", "--format", "markdown"]);
  assert.equal(code, 0);
  const policy = JSON.parse(await readFile(join(root, boreal), "utf8"));
  for (const { name } of [...policy.measures, ...policy.tiers, ...policy.features])
    assert.ok(out.includes(name.en), name.en);
  for (const id of Object.keys(policy.clauses)) assert.ok(out.includes(`<a id="${id}"></a>**${id}**`), id);
});

test("an unknown part, format or language is refused", async () => {
  for (const [args, message] of [
    [["--part", "objektives"], /unknown part "objektives"; did you mean "objectives"\?/],
    [["--format", "pdf"], /unknown format "pdf"; the formats are html, markdown/],
    [["--lang", "de"], /no language "de"; its languages are fr-CA, en/],
    [["--check", "docs", "--lang", "en"], /take no other options/],
    [["--check", "nowhere"], /cannot read nowhere/],
  ]) {
    const { code, out, err } = await cli(["render", ...args]);
    assert.equal(code, 2, args.join(" "));
    assert.equal(out, "");
    assert.match(err, message);
  }
});

describe("pages that are held to the policy", () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "case-slo-render-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function pages(files) {
    const place = await mkdtemp(join(folder, "pages-"));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(place, name, ".."), { recursive: true });
      await writeFile(join(place, name), text);
    }
    return place;
  }
  const passage = (options, content = "") => `<!-- case-slo render ${options} -->${content}<!-- case-slo end -->`;

  test("a tag that contains the rest of the page is found, in HTML and in Markdown", async () => {
    const place = await pages({
      "a.html": `<html lang="en"><body>\n<slo-table tier="premium"/>\n<p>After</p></body></html>`,
      "b.md": "# Times\n\n<slo-wizard>\n\nAfter\n",
      "c.html": `<p><code><slo-table/></code></p><slo-table></slo-table>`,
    });
    const { code, out } = await cli(["render", "--check", place]);
    assert.equal(code, 1);
    const rest = "contains the rest of the page";
    assert.match(
      out,
      new RegExp(`a\\.html:2: <slo-table> ${rest}: HTML ignores the slash of a self-closed tag, so write`),
    );
    assert.match(out, new RegExp(`b\\.md:3: <slo-wizard> ${rest}: the tag has no end, so write`));
    assert.match(out, /: 2 disagreements|2 disagreements/);
  });

  test("written once, they agree, also after an editor has broken the lines anew", async () => {
    const place = await pages({
      "a.html": `<html lang="fr-CA"><body>\n<slo-table>\n${passage("objectives severities lang=fr-CA clauses=d.html#")}\n</slo-table></body></html>`,
      "sub/b.md": `# Times\n\n${passage("objectives lang=en")}\n\n${passage("tiers lang=en level=3")}\n`,
    });
    const first = await cli(["render", "--check", place]);
    assert.equal(first.code, 1);
    assert.match(first.out, /a\.html:3: the page says "", the policy/);
    const written = await cli(["render", "--write", place]);
    assert.equal(written.code, 0, written.out);
    assert.match(written.out, /a\.html: written\n.*b\.md: written/s);
    const html = await readFile(join(place, "a.html"), "utf8");
    assert.match(html, /moins de 15\u00a0min <a class="cite" href="d\.html#S2">S2<\/a>/);
    await writeFile(join(place, "a.html"), html.replaceAll("><td", ">\n      <td").replaceAll("\u00a0", "&nbsp;"));
    const { code, out } = await cli(["render", "--check", place]);
    assert.equal(code, 0, out);
    assert.match(out, /^2 pages: 3 passages and 0 elements checked, no disagreements$/m);
    const again = await cli(["render", "--write", place]);
    assert.match(again.out, /a\.html: written/);
    assert.doesNotMatch(again.out, /b\.md/);
  });

  test("a figure that was changed by hand is reported with its file and its line", async () => {
    const place = await pages({ "a.md": `# Times\n\n${passage("objectives lang=en")}\n` });
    await cli(["render", "--write", place]);
    const path = join(place, "a.md");
    await writeFile(path, (await readFile(path, "utf8")).replace("less than 30", "less than 45"));
    const { code, out } = await cli(["render", "--check", path]);
    assert.equal(code, 1);
    const [line] = out.split("\n");
    assert.match(line, /a\.md:9: the page says "45\u00a0min .*", the policy "30\u00a0min/);
  });

  test("a start elsewhere, a goal and hours that an answer chooses are told", async () => {
    const name = (en, french) => ({ en, "fr-CA": french });
    const option = (id, text) => ({ id, text });
    const weekdays = (zone) => ({ zone, weekly: { "mon-fri": [["09:00", "17:00"]] } });
    const own = {
      id: "own",
      version: "1",
      title: name("Own", "Propre"),
      languages: ["en", "fr-CA"],
      tiers: [{ id: "std", name: name("Standard", "Standard") }],
      severities: [
        { id: "high", name: name("High", "Haute") },
        { id: "low", name: name("Low", "Basse") },
      ],
      context: [
        {
          id: "country",
          text: name("Where?", "Où?"),
          options: [
            option("ca", name("Canada", "Canada")),
            option("us", name("USA", "États-Unis")),
            option("uk", name("UK", "R.-U.")),
          ],
        },
      ],
      calendars: {
        toronto: weekdays("America/Toronto"),
        london: weekdays("Europe/London"),
        local: { by: "country", values: { uk: "london" }, else: "toronto" },
      },
      measures: [
        { id: "response", name: name("Response", "Réponse") },
        { id: "update", name: name("Update", "Nouvelles"), startsAt: "response", repeats: true, until: "end" },
      ],
      events: [{ id: "end", name: name("End", "Fin") }],
      objectives: [
        {
          id: "r",
          measure: "response",
          severities: ["high"],
          target: { within: "PT4H" },
          calendar: "local",
          goal: "most",
        },
        { id: "s", measure: "response", severities: ["low"], target: { businessDays: 1 }, calendar: "london" },
        { id: "u", measure: "update", target: { businessDays: 1 }, calendar: "toronto" },
      ],
      goals: { most: { percent: 95, over: "quarter", atLeast: 20, below: { misses: 1 }, yearStarts: "--04-01" } },
    };
    const place = await pages({ "own.json": JSON.stringify(own) });
    const told = async (lang) => {
      const { out, code } = await cli([
        "render",
        join(place, "own.json"),
        "--part",
        "objectives",
        "--format",
        "markdown",
        "--lang",
        lang,
      ]);
      assert.equal(code, 0, out);
      return out.replaceAll("\u00a0", " ");
    };
    const english = await told("en");
    assert.match(english, /4 business hours \(Canada or USA: weekdays 9 a\.m\. to 5 p\.m\., Toronto; UK: .*, London\)/);
    assert.match(english, /^“Update” counts from “Response”, then again from each “Update”, until “End”\.$/m);
    assert.match(
      english,
      /^- Response \(High\): met in at least 95% of cases each quarter; if fewer than 20 cases count, at most 1 case missed; the year starts on April 1\.$/m,
    );
    const french = await told("fr-CA");
    assert.match(
      french,
      /Canada ou États-Unis : en semaine de 9 h à 17 h, Toronto; R\.-U\. : en semaine de 9 h à 17 h, Londres/,
    );
    assert.match(
      french,
      /^« Nouvelles » se compte à partir de « Réponse », puis de nouveau à partir de chaque « Nouvelles », jusqu’à « Fin »\.$/m,
    );
    assert.match(
      french,
      /^- Réponse \(Haute\) : objectif respecté dans au moins 95 % des cas par trimestre; si moins de 20 cas comptent, au plus 1 cas manqué; l’année commence le 1er avril\.$/m,
    );
  });

  test("a policy beside the page, or inside it, is the one that counts", async () => {
    const own = await readFile(join(root, boreal), "utf8");
    const place = await pages({
      "own.json": own,
      "a.html": `<script type="application/json" id="p">${own}</script>\n${passage("objectives policy=own.json lang=en")}\n${passage("objectives policy=#p lang=en")}`,
    });
    assert.equal((await cli(["render", "--write", place])).code, 0);
    const html = await readFile(join(place, "a.html"), "utf8");
    assert.equal(html.match(/Restoration: target/g).length, 2);
    assert.equal((await cli(["render", "--check", place])).code, 0);
  });

  test("inside an element without comments, a time beside a severity has to be its objective", async () => {
    const table = (critical) => `<slo-table lang="en"><table>
      <tr><th>Severity</th><th>Enhanced</th><th>Premium</th></tr>
      <tr><th>Critical</th><td>30 minutes</td><td>${critical}</td></tr>
    </table></slo-table>`;
    const place = await pages({
      "good.html": `${table("15&nbsp;min")}<slo-calculator lang="fr-CA" tier="premium"><p>Critique, élevée\u00a0: moins de 15 minutes.</p></slo-calculator>`,
      "swapped.html": table("30 minutes"),
      "wrong.html": `<html lang="en">\n<slo-wizard>\n  <p>Call now.</p>\n  <ul><li>High, Enhanced: within 20 minutes, at any hour</li></ul>\n</slo-wizard>`,
      "example.md":
        '```html\n<slo-table lang="en"><p>Critical: 3 hours</p></slo-table>\n<!-- case-slo render nothing -->\n```\n',
    });
    const { code, out } = await cli(["render", "--check", place]);
    assert.equal(code, 1);
    assert.match(out, /swapped\.html:3: "30 minutes" is not an objective here: the policy says 15\u00a0min/);
    assert.match(out, /wrong\.html:4: "20 minutes" is not an objective here: the policy says 30\u00a0min/);
    assert.match(out, /^4 pages: 0 passages and 4 elements checked, 2 disagreements$/m);
  });

  test("invalid comments are reported with their lines, and the others are checked", async () => {
    const place = await pages({
      "a.html": `${passage("objektives")}\n${passage("")}\n${passage("objectives colour=red")}\n${passage("objectives lang=de")}\n<!-- case-slo end -->\n<!-- case-slo render objectives -->`,
    });
    const { code, out } = await cli(["render", "--check", place]);
    assert.equal(code, 1);
    for (const message of [
      /a\.html:1: unknown part "objektives"; did you mean "objectives"\?/,
      /a\.html:2: this passage names no part/,
      /a\.html:3: unknown option "colour" of a passage/,
      /a\.html:4: the policy has no language "de"/,
      /a\.html:5: a passage ends here that has not begun/,
      /a\.html:6: this passage has no <!-- case-slo end -->/,
    ]) {
      assert.match(out, message);
    }
  });

  test("the guides and the site of this project agree with the reference policy", async () => {
    const { code, out } = await cli(["render", "--check", "README.md", "--check", "docs", "--check", "site"]);
    assert.equal(code, 0, out);
  });
});

describe("the descriptions of version 2", () => {
  const folder = join(root, "tests", "data", "descriptions");
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".json"))) {
    test(`the table of ${name} has every note, condition and filed severity of the policy`, async () => {
      const policy = JSON.parse(readFileSync(join(folder, name), "utf8"));
      const markdown = await rendered(
        join(folder, name),
        "--lang",
        "en",
        "--part",
        "objectives",
        "--format",
        "markdown",
      );
      const table = markdown.replaceAll(/\s+/g, " ").replaceAll("\\", "");
      // An objective behind one without conditions for the same cases never applies.
      for (const { note } of policy.objectives ?? []) {
        if (note !== undefined) assert.ok(table.includes(note.en), note.en);
      }
      for (const { when, channel = when?.channel } of policy.objectives ?? []) {
        for (const id of channel ?? []) {
          const { en } = policy.channels.find((each) => each.id === id).name;
          assert.match(table, new RegExp(`if the channel is .*“${en}”`));
        }
        if (when?.submitted?.outside !== undefined)
          assert.match(table, /if the case is submitted outside these hours: /);
      }
      for (const { severities } of policy.tiers ?? []) {
        if (
          severities !== undefined &&
          severities.length < policy.severities.length &&
          severities[0] !== policy.severities[0].id
        )
          assert.match(table, /filed as “/);
      }
    });
  }

  test("an objective without conditions follows those that have some as “otherwise”", async () => {
    const markdown = await rendered(
      join(folder, "hivemq.json"),
      "--lang",
      "en",
      "--part",
      "objectives",
      "--format",
      "markdown",
    );
    assert.match(
      markdown.replaceAll("\u00a0", " "),
      /within 4 h, if the channel is “Phone”; otherwise within 4 business hours \(/,
    );
  });
});
