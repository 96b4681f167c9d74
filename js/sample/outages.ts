import { csvCell } from "../csv.js";
import { Chance } from "./chance.js";
import { day, settled, stamp, type SampleOptions } from "./options.js";

export interface SampleOutagesOptions extends SampleOptions {
  /** Names of the services; default: four of a collaboration service. */
  services?: string[];
}

/**
 * Writes a log of outages for `policy.availability()` in one chunk.
 *
 * @example
 * ```ts
 * const outages = policy.availability({ asOf: "2026-03-01T00:00:00Z" });
 * for (const chunk of sampleOutages()) outages.push(chunk);
 * outages.finish().rows > 0; // => true
 * ```
 */
export function* sampleOutages(options: SampleOutagesOptions = {}): Generator<Uint8Array, void> {
  const { start, end, days, seed, problems, isFrench, delimiter } = settled(options);
  const services =
    options.services ??
    (isFrench ? ["Appels", "Messages", "Réunions", "Connexion"] : ["Calling", "Messages", "Meetings", "Sign-in"]);
  const chance = new Chance(seed ^ 0x0ff1ce);
  const outages: { service: number; from: number; to: number | undefined }[] = [];
  // About one a month and service, most of them short; one in four takes another service along.
  const count = Math.max(1, Math.round((days / 30) * services.length));
  for (let made = 0; made < count; made += 1) {
    const service = chance.below(services.length);
    const from = start + chance.below(days * (day / 60_000)) * 60_000;
    const minutes = 3 + Math.floor(240 * chance.next() ** 3);
    outages.push({ service, from, to: from + minutes * 60_000 });
    if (chance.next() < 0.25) {
      const later = from + chance.below(minutes) * 60_000;
      outages.push({
        service: (service + 1) % services.length,
        from: later,
        to: later + (1 + chance.below(2 * minutes)) * 60_000,
      });
    }
  }
  // One that nobody has closed yet.
  outages.push({ service: chance.below(services.length), from: end - (20 + chance.below(90)) * 60_000, to: undefined });
  outages.sort((a, b) => a.from - b.from);

  const rows = outages.map(({ service, from, to }) => [
    services[service] ?? "",
    stamp(from),
    to === undefined || to > end ? "" : stamp(to),
  ]);
  if (problems) {
    const [name = ""] = services;
    rows.splice(Math.floor(rows.length / 3), 0, [name, stamp(start + 5 * day), stamp(start + 4 * day)]);
    rows.splice(Math.floor(rows.length / 2), 0, [name, isFrench ? "inconnu" : "unknown", ""]);
  }
  const header = isFrench ? ["Service", "Début", "Fin"] : ["Service", "Start", "End"];
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(delimiter));
  yield new TextEncoder().encode(`${lines.join("\n")}\n`);
}
