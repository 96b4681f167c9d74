// Checks of the sources and of the built files that do not run them; each check counts as one test.

import { attempt, attemptNode } from "../lib/command.mjs";
import { budgets } from "../lib/budgets.mjs";
import { check, inTurn } from "../lib/outcome.mjs";
import { nodeTool } from "../lib/paths.mjs";
import { kilobytes } from "../lib/size.mjs";

export const rustfmt = {
  name: "rustfmt",
  title: "rustfmt",
  needs: ["rust-checks"],
  async run(progress) {
    const sum = { code: 0, output: "" };
    const manifests = ["tools/Cargo.toml", "tests/downstream/Cargo.toml"].map((path) => ["--manifest-path", path]);
    for (const args of [["--all"], ...manifests]) {
      const { code, output } = await attempt("cargo", ["fmt", "--check", ...args], { progress });
      sum.code ||= code;
      sum.output += output;
    }
    return check(sum, "rustfmt");
  },
};

/** Formatting and lint rules of all JavaScript and TypeScript; a warning is an error. */
export const biome = {
  name: "biome",
  title: "Biome",
  needs: ["dependencies"],
  run: async (progress) =>
    check(
      await attemptNode(nodeTool("@biomejs", "biome", "bin", "biome"), ["check", "--error-on-warnings"], {
        progress,
      }),
      "biome",
    ),
};

const forWasm = ["--target", "wasm32-unknown-unknown"];

/** Each set of features for each target: for a Rust program, and for a page. */
export const clippy = {
  name: "clippy",
  title: "clippy",
  needs: ["rust", "rust-checks"],
  lock: "cargo",
  run: (progress) =>
    inTurn(
      [
        ["--workspace", "--all-targets", "--all-features"],
        ["--all-targets", "--no-default-features"],
        // The unit tests need the zones of chrono-tz, which only native builds have.
        [...forWasm, "--lib", "--test", "wasm"],
        [...forWasm, "--lib", "--test", "wasm", "--no-default-features"],
      ].map((args) => async () => {
        const command = ["clippy", "--locked", ...args, "--", "-D", "warnings"];
        const result = await attempt("cargo", command, { progress });
        return check(result, `clippy ${args.join(" ")}`, `cargo ${command.join(" ")}`);
      }),
    ),
};

export const typescript = {
  name: "typescript",
  title: "TypeScript, strict",
  needs: ["build"],
  run: async (progress) =>
    check(
      await attemptNode(nodeTool("typescript", "bin", "tsc"), ["--project", "tsconfig.json", "--pretty", "false"], {
        progress,
      }),
      "typescript",
    ),
};

/** The sizes of the files that a visitor downloads, against the budgets. */
export const sizes = {
  name: "sizes",
  title: "Size, brotli",
  needs: ["build"],
  isRelease: true,
  async run() {
    const outcome = { passed: 0, failed: 0, output: "", remark: "", failures: [] };
    for (const { title, limit, parts } of budgets()) {
      const size = parts.reduce((sum, part) => sum + part.size, 0);
      const text = `${title}: ${kilobytes(size)} of ${kilobytes(limit)}`;
      outcome[size <= limit ? "passed" : "failed"] += 1;
      if (size > limit) outcome.failures.push({ name: text, repeat: "npm test -- sizes" });
      outcome.remark += `${outcome.remark && "; "}${text}`;
      outcome.output += `${text}\n${parts.map((part) => `  ${kilobytes(part.size).padStart(9)}  ${part.name}\n`).join("")}`;
    }
    return outcome;
  },
};
