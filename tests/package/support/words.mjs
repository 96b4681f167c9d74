// Faults of a text that a program can find: typography, words that the glossary bans, the other language, long labels.

import { readFileSync } from "node:fs";

const rules = JSON.parse(readFileSync(new URL("words.json", import.meta.url), "utf8"));

/** Québec's typography, with plain spaces where no-break spaces belong. */
const misset = [
  [/[^\u00a0\d/]:(?!\/\/)(?=\s|$)|[ ]:/, "a no-break space before a colon"],
  [/«(?!\u00a0)|(?<!\u00a0)»/, "no-break spaces inside quotation marks"],
  [/[ \u00a0\u202f][;!?]/, "no space before ; ! ?"],
  [/['"]/, "the apostrophes and quotation marks of print"],
  [
    /\d (?:h|min|s|%|\$|minutes?|heures?|jours?|octets)(?![\p{L}\d])/u,
    "a no-break space between a figure and its unit",
  ],
  [/\.\.\./, "an ellipsis of one character"],
];
const missetInEnglish = [
  [/['"]/, "the apostrophes and quotation marks of print"],
  [/\s[:;!?](?=\s|$)/, "no space before : ; ! ?"],
  [/\.\.\./, "an ellipsis of one character"],
];

/** The faults of a text in a language, each as a short sentence. */
export function faultsOf(text, language) {
  const { names, banned, foreign } = rules[language];
  const own = names.reduce((rest, name) => rest.replaceAll(name, ""), text).replaceAll(/https:\/\/\S+/g, "");
  return [
    ...(language === "en" ? missetInEnglish : misset).filter(([pattern]) => pattern.test(text)).map(([, say]) => say),
    ...banned.filter(({ words }) => new RegExp(words, "iu").test(own)).map(({ say }) => `say: ${say}`),
    ...(new RegExp(foreign, "iu").test(own) ? ["the other language"] : []),
  ];
}

/** The fault of a label, which has no verb and no end: that it is long. */
export const faultsOfLabel = (text, language) =>
  text.length > rules[language].longestLabel ? [`at most ${rules[language].longestLabel} characters`] : [];
