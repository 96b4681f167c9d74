/** The holiday sets that ship with the engine, by country, with the names of their files in policies/holidays.json. */

import { holidaySetsText } from "../generated/holiday-sets.js";
import type { HolidaySet } from "../document.js";
import type { Text } from "../types.js";

/** The sets by name. */
const sets = JSON.parse(holidaySetsText) as Readonly<Record<string, HolidaySet>>;

/** A set with its name, in two languages. */
export interface ShippedSet {
  id: string;
  name: Text;
}

/** Countries by the first part of the names of their sets. */
export const countries = ["ca", "us", "gb", "fr"] as const;

/** Returns the sets of a country. */
export const setsOf = (country: string): ShippedSet[] =>
  Object.entries(sets)
    .filter(([id]) => id === country || id.startsWith(`${country}-`))
    .map(([id, { name }]) => ({ id, name: name ?? {} }));

/** Returns the holidays of a set that ships; none for any other name. */
export const daysOfSet = (id: string): HolidaySet | undefined => (Object.hasOwn(sets, id) ? sets[id] : undefined);
