/**
 * Reads targets as people write them, in English and French alike: "30 min", "moins de 15 minutes", "4 business hours", "prochain
 * jour ouvrable", "none", "au mieux". It writes them in the same words, so that what is shown can be typed again.
 */

import type { DueTime, ObjectiveTarget } from "../document.js";

/** A target in words. */
export type TargetWords =
  /** An amount of time, of business hours or of real time. */
  | { kind: "time"; bound: "under" | "within"; seconds: number; isBusiness: boolean }
  /** A number of business days. */
  | { kind: "days"; days: number; due?: DueTime; cutOff?: string }
  /** Words instead of a target, by language. */
  | { kind: "note"; text: Record<string, string> }
  /** The statement that there is no target. */
  | { kind: "none" }
  /** Nothing at all. */
  | { kind: "empty" };

/** The reason why words are no target: they say none, or days that can mean 24 hours or business days. */
export type TargetFault = "unreadable" | "ambiguous-days";

const numbers: Record<string, number> = {
  ...{
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
  },
  ...{ un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10, douze: 12 },
};

const bestEffort = { en: "best effort", fr: "au mieux" };

/** Words without accents, with plain spaces and apostrophes, in lower case. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ")
    .replaceAll("’", "'")
    .toLowerCase()
    .trim()
    .replace(/^the /, "")
    .replace(/ ?\.$/, "");

const none =
  /^(?:[-–—]|none|no (?:target|objective)|not stated|n\/a|aucun(?:e)?(?: cible| objectif)?|sans (?:cible|objectif)|non enonce|s\. ?o)$/;
const effort =
  /^(?:(?:on a )?best[- ]efforts?(?: basis)?|au mieux|(?:au )?meilleurs? efforts?|selon (?:les|nos) disponibilites|as available)$/;
const quoted = /^(?:"(.+)"|“(.+)”|«\s*(.+?)\s*»)$/;
const nextDay =
  /^(?:by )?(?:next (?:business|working) day|nbd|(?:le )?(?:prochain jour|jour) (?:ouvrable|ouvre|d'affaires)(?: suivant)?|(?:le )?lendemain ouvrable)$/;
const business = "(?:business|working|office|opening)|(?:d'ouverture|d'affaires|de bureau|ouvrables?|ouvrees?|ouvres?)";
const manyDays = /^(\d+|[a-z]+) ?(?:(?:business|working) days?|bd|jours? (?:ouvrables?|ouvres?|d'affaires)|jo)$/;
const anyHours =
  /\b(?:24 ?[x/] ?7|around the clock|day and night|real time|clock|jour et nuit|en continu|temps reel)\b/;
const under = /^(?:<|under|less than|below|moins (?:de |d'))\s*/;
const within =
  /^(?:<=|≤|within|up to|at most|no more than|in|dans (?:les|un delai de)?|d'ici|en|au plus(?: tard)?|jusqu'a)\s+/;

/** Reads a target; the words may be of either language. */
export function readTarget(words: string): TargetWords | TargetFault {
  const given = words.trim();
  if (given === "") return { kind: "empty" };
  const [, ...quotes] = quoted.exec(given) ?? [];
  const note = quotes.find((each) => each !== undefined);
  if (note !== undefined) return { kind: "note", text: { "": note } };
  const text = plain(given);
  if (none.test(text)) return { kind: "none" };
  if (effort.test(text)) return { kind: "note", text: bestEffort };
  return readDays(text) ?? readTime(text);
}

/** Reads business days with their cut-off time: "2 business days, cut-off 15:00", "1 jour ouvrable, même heure". */
function readDays(text: string): TargetWords | null {
  const [amount = "", ...conditions] = text.replace(/^(?:within|in|en|dans) /, "").split(/[,;] ?/);
  const [, count] = manyDays.exec(amount) ?? [];
  const days = nextDay.test(amount) ? 1 : count === undefined ? null : amountOf(count);
  if (days === null || !Number.isInteger(days) || days < 1 || days > 366) return null;
  const found: TargetWords = { kind: "days", days };
  for (const condition of conditions) {
    if (/^(?:(?:at the |due at the )?same (?:time|hour)|(?:a la )?meme heure)$/.test(condition))
      found.due = "same-time";
    else if (
      /^(?:by |at )?(?:closing(?: time)?|close(?: of business)?)$|^(?:a la |avant la )?fermeture$/.test(condition)
    )
      found.due = "close";
    else {
      const [, time = ""] =
        /^(?:(?:if )?(?:before|until|cut-?off(?: time)?(?: at| of)?)|(?:si )?(?:avant|jusqu'a|heure limite(?: de| a)?)) (.+)$/.exec(
          condition,
        ) ?? [];
      const cutOff = readTime24(time);
      if (cutOff === null) return null;
      found.cutOff = cutOff;
    }
  }
  return found;
}

function readTime(given: string): TargetWords | TargetFault {
  const isUnder = under.test(given);
  let text = given.replace(under, "").replace(within, "");
  const isBusiness = new RegExp(`(?:^|[ \\d(])(?:${business})(?=[ )]|$)`).test(text) && !anyHours.test(text);
  text = text
    .replace(anyHours, "")
    .replace(new RegExp(`(?:\\bof |\\(|, ?)(?:${business}) hours\\)?`), " ")
    .replace(new RegExp(business), " ")
    .replaceAll(/[(),]/g, (sign) => (sign === "," ? "." : " "))
    .replace(/^(?:half an hour|(?:une )?demi-?heure)$/, "30 min")
    .replaceAll(/ +/g, " ")
    .trim();
  const seconds = secondsIn(text, isBusiness);
  if (typeof seconds === "string") return seconds;
  return { kind: "time", bound: isUnder ? "under" : "within", seconds, isBusiness };
}

const units: readonly [RegExp, number][] = [
  [/^(?:h|hrs?|hours?|heures?)$/, 3_600],
  [/^(?:m|mins?|minutes?|mn)$/, 60],
  [/^(?:s|secs?|seconds?|secondes?)$/, 1],
];

/** Returns the seconds of amounts with their units: "1 h 30 min", "1h30", "4.5 hours". */
function secondsIn(text: string, isBusiness: boolean): number | TargetFault {
  const part = /(\d+(?:\.\d+)?|[a-z]+) ?([a-z]+)? ?(?:and |et )?/y;
  let [sum, last] = [0, Infinity];
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    const amount = amountOf(match?.[1] ?? "");
    if (match === null || amount === null) return "unreadable";
    const word = match[2];
    if (word !== undefined && /^(?:d|days?|j|jours?|weeks?|semaines?)$/.test(word))
      return isBusiness ? "unreadable" : "ambiguous-days";
    // "1h30" leaves the minutes without a unit.
    const unit = word === undefined ? (last === 3_600 ? 60 : null) : units.find(([name]) => name.test(word))?.[1];
    if (unit == null || unit >= last) return "unreadable";
    sum += amount * unit;
    last = unit;
  }
  return last === Infinity ? "unreadable" : Math.round(sum);
}

function amountOf(word: string): number | null {
  const number = /^\d/.test(word) ? Number(word) : Object.hasOwn(numbers, word) ? numbers[word] : undefined;
  return number === undefined || Number.isNaN(number) ? null : number;
}

/** Reads a time of day in either language, such as "15:00", "15 h 30", "3 p.m." or "midi"; null if it is none. */
export function readTime24(words: string): string | null {
  const text = plain(words);
  if (/^(?:midi|noon)$/.test(text)) return "12:00";
  if (/^(?:minuit|midnight)$/.test(text)) return "00:00";
  const match = /^(\d{1,2})(?: ?[:h.] ?(\d{2})?)? ?([ap])?\.? ?m?\.?$/.exec(text);
  if (match === null) return null;
  const [minutes, half] = [Number(match[2] ?? 0), match[3]];
  let hours = Number(match[1]);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half === "p" ? 12 : 0);
  }
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** Writes a target in the words of a language, as `readTarget` reads them. */
export function writeTarget(target: TargetWords, language: string): string {
  const isEnglish = /^en\b/i.test(language);
  switch (target.kind) {
    case "empty":
      return "";
    case "none":
      return isEnglish ? "none" : "aucune";
    case "note": {
      const text = target.text[language] ?? target.text[isEnglish ? "en" : "fr"] ?? Object.values(target.text)[0] ?? "";
      return effort.test(plain(text)) ? text : isEnglish ? `“${text}”` : `«\u00a0${text}\u00a0»`;
    }
    case "days": {
      const { days, due, cutOff } = target;
      const amount = isEnglish
        ? days === 1
          ? "next business day"
          : `${days} business days`
        : days === 1
          ? "prochain jour ouvrable"
          : `${days} jours ouvrables`;
      return [
        amount,
        ...(due === "same-time" ? [isEnglish ? "same time" : "même heure"] : []),
        ...(cutOff === undefined ? [] : [isEnglish ? `cut-off ${cutOff}` : `heure limite ${cutOff}`]),
      ].join(", ");
    }
    case "time": {
      const amount = amountIn(target.seconds, target.isBusiness, isEnglish);
      return target.bound === "within" ? amount : `${isEnglish ? "under" : "moins de"} ${amount}`;
    }
  }
}

function amountIn(seconds: number, isBusiness: boolean, isEnglish: boolean): string {
  if (isBusiness && seconds > 0 && seconds % 3_600 === 0) {
    const hours = seconds / 3_600;
    if (isEnglish) return `${hours} business ${hours === 1 ? "hour" : "hours"}`;
    return `${hours} h d’ouverture`;
  }
  const parts = [
    [Math.floor(seconds / 3_600), "h"],
    [Math.floor((seconds % 3_600) / 60), "min"],
    [seconds % 60, "s"],
  ] as const;
  const shown = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  const amount = shown.length === 0 ? "0 min" : shown.join(" ");
  return isBusiness ? `${amount} ${isEnglish ? "of business hours" : "d’ouverture"}` : amount;
}

/** Returns seconds as an ISO 8601 duration of hours, minutes and seconds: "PT1H30M". */
export function durationOf(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60];
  const text = `${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${rest ? `${rest}S` : ""}`;
  return `PT${text === "" ? "0M" : text}`;
}

/** Returns the seconds of such a duration; null for any other text. */
export function secondsOfDuration(duration: string): number | null {
  const match = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration);
  return match === null ? null : Number(match[1] ?? 0) * 3_600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}

/** Returns the words of a target of the document; null for one that is not complete. */
export function wordsOf(target: ObjectiveTarget, isBusiness: boolean): TargetWords | null {
  const { under: below, within: upTo, businessDays, due, cutOff } = target;
  if (typeof businessDays === "number")
    return { kind: "days", days: businessDays, ...(due && { due }), ...(cutOff && { cutOff }) };
  const seconds = secondsOfDuration(String(below ?? upTo));
  return seconds === null
    ? null
    : { kind: "time", bound: below === undefined ? "within" : "under", seconds, isBusiness };
}

/** Returns the target of the document for words; null for words without a target. */
export function targetOf(words: TargetWords): ObjectiveTarget | null {
  if (words.kind === "time") return { [words.bound]: durationOf(words.seconds) };
  if (words.kind !== "days") return null;
  const { days, due, cutOff } = words;
  return { businessDays: days, ...(due && { due }), ...(cutOff && { cutOff }) };
}
