/** Messages about targets: amounts in business hours and business days, and the names of calendars by their hours. */

import { lists, messagesByLanguage } from "../text/lookup.js";
import { en as english, frCA as french } from "./phrases.js";

export interface TargetMessages {
  aroundTheClock: string;
  /** A range of weekdays by the numbers of the first and the last; 0 is Monday. */
  days(first: number, last: number): string;
  /** Opening and closing time, in minutes of the day. */
  hours(opens: number, closes: number): string;
  and(texts: readonly string[]): string;
  or(texts: readonly string[]): string;
  /** The name of the city of a time zone, from its English name. */
  city(name: string): string;
  /** The calendar that some answers to a question choose. */
  ofAnswers(answers: readonly string[], calendar: string): string;
  /** In place of a city, if the time zone is that of the customer. */
  yourTime: string;
  never: string;
  /** Names the hours in which all targets beside it count. */
  commonHours(calendar: string): string;
  businessHours(count: number): string;
  /** A duration that is not a whole number of hours. */
  ofBusinessHours(duration: string): string;
  businessDays(count: number): string;
  /** The effect of a cut-off time. */
  cutOff(time: string): string;
  /** The hour at which a target in business days is due on its last day: closing time, or that of the start. */
  dueAtClosing: string;
  dueAtSameTime: string;
  /** A time in minutes of the day. */
  time(minutes: number): string;
  /** The conditions of an objective, each after a comma. */
  ifAnswer(question: string, answers: readonly string[]): string;
  ifChannel(channels: readonly string[]): string;
  ifDuring(hours: string): string;
  ifOutside(hours: string): string;
  /** Before an objective that applies if none of those before it does. */
  otherwise(target: string): string;
}

const dayNames = (language: string) => {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  // 5 January 1970 was a Monday.
  return [0, 1, 2, 3, 4, 5, 6].map((day) => format.format((4 + day) * 86_400_000));
};

const noBreak = "\u00a0";
const frenchDays = dayNames("fr-CA");
const frenchTime = (minutes: number) => {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  if (hour === 0 && minute === 0) return "minuit";
  return [hour, "h", ...(minute === 0 ? [] : [String(minute).padStart(2, "0")])].join(noBreak);
};

/** Cities of time zones that have another name in French. */
const frenchCities: Readonly<Record<string, string>> = {
  Algiers: "Alger",
  Athens: "Athènes",
  Brussels: "Bruxelles",
  Bucharest: "Bucarest",
  Cairo: "Le Caire",
  Copenhagen: "Copenhague",
  Dubai: "Dubaï",
  Jerusalem: "Jérusalem",
  Kiev: "Kyïv",
  Kyiv: "Kyïv",
  Lisbon: "Lisbonne",
  London: "Londres",
  "Mexico City": "Mexico",
  Montreal: "Montréal",
  Moscow: "Moscou",
  Riyadh: "Riyad",
  "Sao Paulo": "São Paulo",
  Seoul: "Séoul",
  Singapore: "Singapour",
  "St Johns": "St. John’s",
  Vienna: "Vienne",
  Warsaw: "Varsovie",
};

export const frCA: TargetMessages = {
  aroundTheClock: "jour et nuit",
  days(first, last) {
    if (first === last) return `le ${frenchDays[first]}`;
    if (first === 0 && last === 4) return "en semaine";
    if (first === 5 && last === 6) return "la fin de semaine";
    if (first === 0 && last === 6) return "tous les jours";
    return `du ${frenchDays[first]} au ${frenchDays[last]}`;
  },
  hours: (opens, closes) => `de ${frenchTime(opens)} à ${frenchTime(closes)}`,
  and: lists("fr-CA", "conjunction"),
  or: lists("fr-CA", "disjunction"),
  city: (name) => frenchCities[name] ?? name,
  ofAnswers: (answers, calendar) => `${french.or(answers)}${noBreak}: ${calendar}`,
  yourTime: "à votre heure",
  never: "jamais",
  commonHours: (calendar) => `Heures d’ouverture${noBreak}: ${calendar}.`,
  businessHours: (count) => `${count}${noBreak}${count < 2 ? "heure" : "heures"} d’ouverture`,
  ofBusinessHours: (duration) => `${duration} d’ouverture`,
  businessDays: (count) => `${count}${noBreak}${count < 2 ? "jour ouvrable" : "jours ouvrables"}`,
  time: frenchTime,
  cutOff: (time) => `compté du jour ouvrable suivant après ${time}`,
  dueAtClosing: "au plus tard à la fermeture",
  dueAtSameTime: "au plus tard à la même heure",
  ifAnswer: (question, answers) =>
    `si vous répondez ${french.or(answers.map(french.quoted))} à la question ${french.quoted(question)}`,
  ifChannel: (channels) => `si le canal est ${french.or(channels.map(french.quoted))}`,
  ifDuring: (hours) => `si le cas est soumis pendant ces heures\u00a0: ${hours}`,
  ifOutside: (hours) => `si le cas est soumis en dehors de ces heures\u00a0: ${hours}`,
  otherwise: (target) => `sinon, ${target}`,
};

const englishDays = dayNames("en");
const englishTime = (minutes: number) => {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? "midnight" : "noon";
  const clock = minute === 0 ? `${hour % 12}` : `${hour % 12 || 12}:${String(minute).padStart(2, "0")}`;
  return `${clock}${noBreak}${hour < 12 ? "a.m." : "p.m."}`;
};

export const en: TargetMessages = {
  aroundTheClock: "day and night",
  days(first, last) {
    if (first === last) return `${englishDays[first]}`;
    if (first === 0 && last === 4) return "weekdays";
    if (first === 5 && last === 6) return "weekends";
    if (first === 0 && last === 6) return "every day";
    return `${englishDays[first]} to ${englishDays[last]}`;
  },
  hours: (opens, closes) => `${englishTime(opens)} to ${englishTime(closes)}`,
  and: lists("en", "conjunction"),
  or: lists("en", "disjunction"),
  city: (name) => name,
  ofAnswers: (answers, calendar) => `${english.or(answers)}: ${calendar}`,
  yourTime: "your time",
  never: "never",
  commonHours: (calendar) => `Business hours: ${calendar}.`,
  businessHours: (count) => `${count}${noBreak}${count === 1 ? "business hour" : "business hours"}`,
  ofBusinessHours: (duration) => `${duration} of business hours`,
  businessDays: (count) => `${count}${noBreak}${count === 1 ? "business day" : "business days"}`,
  time: englishTime,
  cutOff: (time) => `from the next business day after ${time}`,
  dueAtClosing: "by closing time",
  dueAtSameTime: "by the same time of day",
  ifAnswer: (question, answers) =>
    `if you answer ${english.or(answers.map(english.quoted))} to ${english.quoted(question)}`,
  ifChannel: (channels) => `if the channel is ${english.or(channels.map(english.quoted))}`,
  ifDuring: (hours) => `if the case is submitted during these hours: ${hours}`,
  ifOutside: (hours) => `if the case is submitted outside these hours: ${hours}`,
  otherwise: (target) => `otherwise ${target}`,
};

/** The messages in the language nearest to a BCP 47 tag. */
export const targetMessagesFor = messagesByLanguage(frCA, en);
