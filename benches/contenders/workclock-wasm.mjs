// The crate workclock, compiled to WebAssembly and called with numbers.

import { existsSync, readFileSync } from "node:fs";

export const name = "workclock as WebAssembly";
export const step = 1;

const compiled = new URL("../target/wasm32-unknown-unknown/release/case_slo_benches.wasm", import.meta.url);
export const missing = () => (existsSync(compiled) ? undefined : "it could not be compiled");

let instance;

export function prepare({ zone, holidays }) {
  instance ??= new WebAssembly.Instance(new WebAssembly.Module(readFileSync(compiled)), {}).exports;
  const { memory, room, schedule, deadline, elapsed } = instance;
  const given = new TextEncoder().encode(zone);
  const [name, days] = [room(given.length), room(holidays.length * 4)];
  new Uint8Array(memory.buffer, name).set(given);
  new Int32Array(memory.buffer, days).set(holidays);
  const calendar = schedule(name, given.length, days, holidays.length);
  return {
    deadline: (start, seconds) => deadline(calendar, start, seconds),
    elapsed: (start, end) => elapsed(calendar, start, end),
  };
}
