/**
 * Returns a function that gives the messages in the language nearest to a BCP 47 tag: English for any English, else
 * French (Canada). Both have the same type: a language that lacks a message does not compile.
 */
export const pick =
  <Messages>(frCA: Messages, en: Messages) =>
  (language: string): Messages =>
    /^en\b/i.test(language) ? en : frCA;
