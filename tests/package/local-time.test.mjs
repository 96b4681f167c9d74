// Local times that elements show and export, against another formatter of this host.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { localTime } = await moduleOf("text/local-time.ts");

describe("times in a zone", () => {
  // With half hours, a zone that lost a day, one with four changes a year, and one without any.
  for (const zone of [
    "America/Toronto",
    "Europe/Paris",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "UTC",
  ]) {
    test(`are those of the host, also around a change: ${zone}`, () => {
      const format = new Intl.DateTimeFormat("en-CA", {
        timeZone: zone,
        dateStyle: "short",
        timeStyle: "short",
        hourCycle: "h23",
      });
      // Every 37 minutes for a year that has changes of all of them, and the days before and after.
      for (let at = Date.UTC(2011, 11, 25); at < Date.UTC(2013, 0, 5); at += 37 * 60_000) {
        const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
        assert.equal(
          localTime(at, zone),
          `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`,
          new Date(at).toISOString(),
        );
      }
    });
  }
});
