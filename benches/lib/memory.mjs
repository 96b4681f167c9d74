// Memory that a compiled calendar takes, seen from outside: how much the engine's memory grows over many of them.

import { loadPolicy } from "../../dist/node.js";
import { policy } from "./workload.mjs";

/** Every instance that has been started since this module was loaded: the engine keeps its own to itself. */
const instances = [];
const Instance = WebAssembly.Instance;
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    instances.push(this);
  }
};

const bytes = () => instances.reduce((sum, { exports }) => sum + (exports.memory?.buffer.byteLength ?? 0), 0);

/** Bytes of one calendar over ten years with two intervals a day, on average over many. */
export function memoryOfTenYears() {
  // As many calendars as a policy may have.
  const count = 100;
  const many = loadPolicy({
    ...policy,
    calendars: Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, policy.calendars.toronto])),
  });
  const [first, years, year] = [Date.UTC(2020, 0, 2), 10, 365.25 * 86_400_000];
  const before = bytes();
  for (let index = 0; index < count; index += 1) {
    many.elapsedAll(`c${index}`, Float64Array.of(first), Float64Array.of(first + years * year));
  }
  const taken = (bytes() - before) / count;
  many.free();
  return taken;
}
