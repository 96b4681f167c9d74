// Tests for the runner of Node: selects files or titles of a folder by words, and reads the counts of the runner.

import { availableParallelism } from "node:os";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { attempt } from "./command.mjs";
import { counted, literally, quoted } from "./outcome.mjs";
import { cache, inRoot, root } from "./paths.mjs";

const reporter = inRoot("tools", "lib", "node-reporter.mjs");

/**
 * A stage that runs the files *.test.mjs of a folder.
 *
 * @param {{folder: string, name: string, only?: (file: string) => boolean}} options the folder from the top; which of its files
 * @returns {Pick<import("./outcome.mjs").Stage, "run" | "select">}
 */
export function nodeTests({ folder, name, only = () => true }) {
  const files = () =>
    readdirSync(inRoot(folder))
      .filter((file) => file.endsWith(".test.mjs") && only(file))
      .sort()
      .map((file) => join(folder, file));
  return {
    run: (progress) => runFiles(name, files(), [], progress),
    select(word) {
      const named = files().filter((file) => matches(basename(file), word));
      const titled = files().filter((file) => titlesIn(file).some((title) => matches(title, word)));
      return {
        files: named.length > 0 ? (progress) => runFiles(name, named, [], progress) : undefined,
        titles:
          titled.length > 0
            ? (progress) =>
                runFiles(name, titled, [`--test-name-pattern=/${literally(word).replaceAll("/", "\\/")}/i`], progress)
            : undefined,
      };
    },
  };
}

async function runFiles(name, files, options, progress) {
  // The report has a folder of its own, because Node would read the report of the stage "package" as a package.json.
  const reports = join(cache, "reports");
  const report = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  const reporters = [
    ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
    ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${report}`],
  ];
  // By itself, the runner leaves a core free; most of the files wait for a browser or a server.
  const concurrency = `--test-concurrency=${availableParallelism()}`;
  const result = await attempt(process.execPath, ["--test", concurrency, ...reporters, ...options, ...files], {
    progress,
  });
  const { passed, failed, failures } = JSON.parse(readFileSync(report, "utf8") || "{}");
  // The runner repeats the failures below this line; the tests that passed are above it.
  const output = result.output.slice(Math.max(0, result.output.indexOf("✖ failing tests:")));
  return counted(
    { code: result.code, output },
    {
      passed: passed ?? 0,
      failed: failed ?? 0,
      failures: failures?.map(({ title, file, line }) => ({
        name: title,
        file: `${relative(root, file)}:${line}`,
        repeat: `node --test ${quoted(`--test-name-pattern=^${literally(title)}$`)} ${quoted(relative(root, file))}`,
      })),
    },
  );
}

export const matches = (text, word) => text.toLowerCase().includes(word.toLowerCase());

/** The titles of the tests in a file, as its text contains them. */
export function titlesIn(file) {
  const text = readFileSync(inRoot(file), "utf8");
  const titles = text.matchAll(/\b(?:test|it|describe)(?:\.\w+)*\(\s*(["'`])((?:(?!\1)[^\\]|\\.)*)\1/g);
  return [...titles].map(([, , title]) => title);
}
