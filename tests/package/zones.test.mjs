// The zones of this host's Intl, as the engine reads them, against chrono-tz: the beginning and the noon of every day from
// 1970 to 2037 (tests/zones.rs writes the file).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadPolicy } from "case-slo";

const sums = JSON.parse(readFileSync(new URL("zones.json", import.meta.url), "utf8"));
const zones = Object.keys(sums);
const halfDay = 43_200;
const end = 2_145_916_800;

test(`${zones.length} zones are the same by Intl and by chrono-tz`, () => {
  const hours = [["00:00", "00:01"], ["12:00", "12:01"]];
  const weekly = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, hours]));
  const text = { en: "t" };
  const policy = loadPolicy({
    id: "zones",
    version: "1",
    title: text,
    languages: ["en"],
    severities: [{ id: "s", name: text }],
    calendars: Object.fromEntries(zones.map((zone) => [zone, { zone, weekly }])),
  });
  const starts = Float64Array.from({ length: Math.ceil(end / halfDay) }, (_, index) => index * halfDay * 1000);
  const budgets = new Float64Array(starts.length);

  const different = zones.filter((zone) => {
    let sum = 0x811c9dc5;
    for (const at of policy.deadlines(zone, starts, budgets)) sum = Math.imul(sum ^ (at / 1000), 16_777_619);
    return sum >>> 0 !== sums[zone];
  });
  // Another edition of the tz database may know better about a few.
  const allowed = process.versions.tz?.startsWith("2025") ? 0 : 20;
  assert.ok(different.length <= allowed, `${different.length} zones differ: ${different.join(", ")}`);
});
