// The lock files of the benchmark, the fuzz targets and the functions for DataFusion, which are workspaces of their own.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../tools/lib/paths.mjs";

/** The crates of the product in a lock file, each with the names of its dependencies. */
function ownCrates(lock) {
  const packages = readFileSync(inRoot(lock), "utf8").split("[[package]]");
  const own = packages.filter((each) => /^\nname = "case-slo(-log|-calls)?"$/m.test(each));
  return Object.fromEntries(
    own.map((each) => [/name = "(.+)"/.exec(each)[1], [...each.matchAll(/^ "([^" ]+)/gm)].map(([, name]) => name)]),
  );
}

/** Dependencies that only the tests and the schema need: other workspaces leave them out. */
const ofTests = new Set(["proptest", "schemars", "wasm-bindgen-test"]);

for (const lock of ["benches/Cargo.lock", "fuzz/Cargo.lock", "datafusion/Cargo.lock"]) {
  test(`${lock} agrees with the manifests of the crates`, () => {
    const expected = ownCrates("Cargo.lock");
    for (const names of Object.values(expected))
      names.splice(0, names.length, ...names.filter((name) => !ofTests.has(name)));
    assert.deepEqual(Object.keys(expected), ["case-slo", "case-slo-log"]);
    assert.deepEqual(ownCrates(lock), expected);
  });
}
