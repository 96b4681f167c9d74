/**
 * Commands: their one table of options, which help and parser share, and the errors of a wrong command line with a suggestion for
 * a misspelt name.
 */

import { parseArgs } from "node:util";

/** An option as its help shows it. Without `value` it is a flag. */
export interface Option {
  /** Placeholder of the value: "file" gives `--policy <file>`. */
  readonly value?: string;
  /** Whether the option may be repeated. */
  readonly many?: boolean;
  /** Description of the option, with its default. */
  readonly help: string;
}

type Options = Readonly<Record<string, Option>>;

/** Values that the parser returns for a table of options. */
export type Values<T extends Options> = {
  [K in keyof T]?: T[K] extends { value: string } ? (T[K] extends { many: true } ? string[] : string) : boolean;
};

/** 0: answered. 1: the policy or the request has an error. 2: the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

/** Definition of a command. */
interface Definition<T extends Options> {
  name: string;
  /** One line for the list of commands, in lower case. */
  summary: string;
  /** The arguments, as the help shows them after the name. */
  usage: string;
  /** The fewest and the most arguments. */
  count: readonly [least: number, most: number];
  /** Further paragraphs of the help, line by line. */
  details?: readonly string[];
  options: T;
  /** Runs the command with parsed arguments. */
  run(values: Values<T>, positionals: string[]): Promise<ExitCode>;
}

/** A command of the command line. */
export interface Command extends Pick<Definition<Options>, "name" | "summary" | "usage" | "details" | "options"> {
  /** Parses the arguments and runs the command. @throws UsageError if they are wrong */
  run(argv: string[]): Promise<ExitCode>;
}

/** The command line is wrong, or names a file that cannot be read: exit code 2. */
export class UsageError extends Error {}

/** Creates a command from its definition. */
export function command<const T extends Options>(definition: Definition<T>): Command {
  const { options, count, run } = definition;
  return {
    ...definition,
    async run(argv) {
      const { values, positionals } = parsed(argv, options);
      const [least, most] = count;
      if (positionals.length < least) throw new UsageError("an argument is missing");
      if (positionals.length > most) throw new UsageError(`unexpected argument "${positionals[most]}"`);
      return run(values as Values<T>, positionals);
    },
  };
}

function parsed(args: string[], options: Options) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value, many }]) => [
      name,
      { type: value === undefined ? ("boolean" as const) : ("string" as const), multiple: many === true },
    ]),
  );
  try {
    return parseArgs({ args, options: config, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("ERR_PARSE_ARGS_")) throw error;
    const unknown = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? /--?([\w-]+)/.exec(message)?.[1] : undefined;
    if (unknown !== undefined)
      throw new UsageError(`unknown option "--${unknown}"${suggestion(unknown, Object.keys(options), "--")}`);
    // Node's message continues with advice for the program, which is cut.
    throw new UsageError(message.split(/\. (?:To specify|Did you)/)[0] ?? message);
  }
}

/** Returns the rows of the help about options: name and description. */
export const optionRows = (options: Options): string[][] =>
  Object.entries(options).map(([name, { value, many, help }]) => [
    `  --${name}${value === undefined ? "" : ` <${value}>`}`,
    many === true ? `${help}; may be repeated` : help,
  ]);

/** Options that several commands have, with one text for each. */
export const shared = {
  json: { help: "print the result as JSON" },
  policy: { value: "file", help: "the policy; default: the reference policy" },
  explain: { help: "show how the time is counted" },
  pause: { value: "from/to", many: true, help: "a pause, which does not count (from/ if it has not ended)" },
} as const satisfies Options;

/** Returns the end of an error about an unknown name: the nearest candidate as a question, or nothing. */
export function suggestion(word: string, candidates: readonly string[], prefix = ""): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : `; did you mean "${prefix}${near}"?`;
}

/** Returns the candidate that `word` probably means; undefined if none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: distance(word.slice(0, 64), candidate) }))
    .filter(({ candidate, edits }) => edits <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.candidate;
}

/** Counts the insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function distance(from: string, to: string): number {
  const rows = [...Array(from.length + 1)].map((_, i) =>
    [...Array(to.length + 1)].map((_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cell = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (const [i, row] of rows.entries()) {
    if (i === 0) continue;
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = cell(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? cell(i - 2, j - 2) + 1 : Infinity;
      row[j] = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, replaced, swapped);
    }
  }
  return cell(from.length, to.length);
}
