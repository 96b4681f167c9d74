/** What a command is, and how it reads its arguments. */

import { parseArgs, type ParseArgsConfig } from "node:util";

/** One command of the command line. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** The arguments, as its help shows them after its name. */
  usage: string;
  /** More to say in its help, line by line. */
  details?: string[];
  options: [option: string, meaning: string][];
  /** Does it; gives the exit code. */
  run(argv: string[]): Promise<ExitCode>;
}

/** 0: answered. 1: the policy, or what was asked of it, has an error. 2: the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

/** The command line is wrong, or names what cannot be read: told without more ado, exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;
type Read<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>;

/** Reads options and arguments; `count` says how many arguments there may be. */
export function readArguments<const O extends Options>(
  argv: string[],
  options: O,
  count: { least: number; most: number },
): Read<O> {
  const read = parsed(argv, options);
  const given = read.positionals.length;
  if (given < count.least) throw new UsageError("an argument is missing");
  if (given > count.most) throw new UsageError(`unexpected argument "${read.positionals[count.most]}"`);
  return read;
}

function parsed<const O extends Options>(argv: string[], options: O): Read<O> {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true }) as Read<O>;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("ERR_PARSE_ARGS_")) throw error;
    // Node goes on to explain how a program may allow what this one does not.
    throw new UsageError(message.split(/\. (?:To specify|Did you)/)[0] ?? message);
  }
}
