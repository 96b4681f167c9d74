// `node tools/serve/main.mjs [folder] [--base=/some/path/]`: serves a folder that is built already, for the browser tests.

import { site } from "../lib/paths.mjs";
import { serve } from "./server.mjs";

const args = process.argv.slice(2);
const base = args.find((arg) => arg.startsWith("--base="))?.slice("--base=".length);
const folder = args.find((arg) => !arg.startsWith("--")) ?? site;

const { url } = await serve({ folder, ...(base && { base }) });
console.log(`The site is at ${url}`);
