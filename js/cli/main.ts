#!/usr/bin/env node
/** The command line: `case-slo <command> …`. */

import { readFile } from "node:fs/promises";

import { CaseSloError, init } from "../node.js";
import { availabilityCommand } from "./availability.js";
import { checkCommand, diffCommand } from "./policies.js";
import { classifyCommand, evaluateCommand, expectCommand } from "./cases.js";
import { type Command, type ExitCode, optionRows, suggestion, UsageError } from "./command.js";
import { deadlineCommand, elapsedCommand } from "./calendars.js";
import { FindingsError } from "./findings.js";
import { importCommand } from "./import.js";
import { aligned, note, print, safe } from "./output.js";
import { pageCommand } from "./page.js";
import { questionsCommand } from "./questions.js";
import { renderCommand } from "./render/command.js";
import { reportCommand } from "./report.js";
import { rulesCommand, tableCommand } from "./tables.js";
import { sampleCommand } from "./sample.js";
import { tagsCommand } from "./tags.js";
const commands: Command[] = [
  checkCommand,
  diffCommand,
  importCommand,
  questionsCommand,
  tableCommand,
  rulesCommand,
  classifyCommand,
  deadlineCommand,
  elapsedCommand,
  expectCommand,
  evaluateCommand,
  reportCommand,
  availabilityCommand,
  sampleCommand,
  renderCommand,
  pageCommand,
  tagsCommand,
];

// A reader that stops early, such as `head`, is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await run(process.argv.slice(2));

/** Prints a text and returns the exit code. */
function printText(text: string): ExitCode {
  print(text);
  return 0;
}

async function run([name, ...rest]: string[]): Promise<ExitCode> {
  let command: Command | undefined;
  try {
    if (name === "--version" || name === "-V") return printText(await version());
    if (name === undefined) {
      note(overview());
      return 2;
    }
    if (name === "--help" || name === "-h" || (name === "help" && rest.length === 0)) return printText(overview());
    const [asked, argv] = name === "help" ? [rest[0] ?? "", ["--help"]] : [name, rest];
    command = commands.find((command) => command.name === asked);
    if (command === undefined) throw new UsageError(unknownName(asked));
    if (asksForHelp(argv)) return printText(help(command));
    // Without WebAssembly, the engine in JavaScript has to be loaded before the first call.
    if (typeof WebAssembly === "undefined") await init();
    return await command.run(argv);
  } catch (error) {
    return report(error, command);
  }
}

/** Prints an error without its stack and returns the exit code. */
function report(error: unknown, command: Command | undefined): ExitCode {
  if (error instanceof FindingsError) {
    for (const line of error.lines) note(line);
    return 1;
  }
  if (error instanceof UsageError) {
    note(safe(`case-slo: ${error.message}`));
    if (command !== undefined)
      note(`usage: case-slo ${command.name} ${command.usage}; run case-slo ${command.name} --help for more`);
    return 2;
  }
  if (error instanceof CaseSloError) {
    const place = error.path ? ` (at ${error.path})` : "";
    note(safe(`case-slo: ${error.code}: ${error.message}${place}`));
    return 1;
  }
  note(safe(`case-slo: ${error instanceof Error ? error.message : String(error)}`));
  return 1;
}

function asksForHelp(argv: string[]): boolean {
  const end = argv.indexOf("--");
  return argv.slice(0, end === -1 ? argv.length : end).some((word) => word === "--help" || word === "-h");
}

function overview(): string {
  return [
    "usage: case-slo <command> …",
    "",
    ...aligned(commands.map(({ name, summary }) => [`  ${name}`, summary])),
    "",
    "Run case-slo <command> --help for more about a command; case-slo --version prints the version.",
    "Use - for standard input in place of a file. Exit codes: 0 success, 1 an error in the policy or in the request,",
    "2 an error in the command line.",
  ].join("\n");
}

function help({ name, summary, usage, details, options }: Command): string {
  const said = `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;
  const list = aligned(optionRows(options));
  return [`usage: case-slo ${name} ${usage}`, "", [said, ...(details ?? [])].join("\n"), "", ...list].join("\n");
}

function unknownName(name: string): string {
  const names = commands.map((command) => command.name);
  const kind = name.startsWith("-") ? "option" : "command";
  return `unknown ${kind} "${name}"${suggestion(name, names) || "; run case-slo --help for a list"}`;
}

async function version(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
