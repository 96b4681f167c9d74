// The portal's own script: it fills in the ticket from the events of the wizard.

import { send } from "./tickets.js";

const wizard = document.querySelector("slo-wizard");
const form = document.querySelector("form");
const language = document.documentElement.lang;
const fields = form.elements;

const words = {
  "fr-CA": {
    locale: "fr-CA",
    before: (time) => `avant ${time}`,
    by: (time) => `au plus tard ${time}`,
    moment: (day, time) => `le ${day.replace(/^1 /, "1er ")} à ${time.replace(/^0/, "").replace(/\s00$/, "")}`,
    none: "aucun délai n’est énoncé",
    subject: (severity) => `${severity} : téléphonie`.replace(" :", "\u00a0:"),
    line: (question, answer) => `${question} ${answer}`,
    sent: (number) => `Le billet ${number} est reçu.`,
    failed: "Le billet n’a pas été envoyé. Appelez la ligne d’urgence.",
  },
  en: {
    locale: "en-CA",
    before: (time) => `before ${time}`,
    by: (time) => `by ${time}`,
    moment: (day, time) => `${day} at ${time}`,
    none: "no time is stated",
    subject: (severity) => `${severity}: telephony`,
    line: (question, answer) => `${question} ${answer}`,
    sent: (number) => `Ticket ${number} has been received.`,
    failed: "The ticket was not sent. Call the emergency line.",
  },
}[language];

// An alarm knows some of the answers: its link passes them on, and the wizard asks the rest.
const alarm = "boreal-care@2026.2/need:fault/function:calls/scope:site";
for (const link of document.querySelectorAll("[data-alarm]")) link.href = `?answers=${encodeURIComponent(alarm)}`;
const given = new URLSearchParams(location.search).get("answers");
if (given) wizard.setAttribute("answers", given);
for (const link of document.querySelectorAll("nav a")) link.search = location.search;

/** « le 1er déc. 2026 à 2 h 29 », "Dec. 1, 2026 at 2:29 a.m.", with no-break spaces. */
function timeOf(instant) {
  const date = new Date(instant);
  const day = date.toLocaleDateString(words.locale, { dateStyle: "medium" });
  const time = date.toLocaleTimeString(words.locale, { timeStyle: "short" });
  return words
    .moment(day, time)
    .replace(/(\d|er|h) (?=\S)/g, "$1\u00a0")
    .replace(/ (?=[hap]\b)/g, "\u00a0");
}

/** The questions with their answers, in the order of the policy. */
function answersOf(policy, vector) {
  const { answers } = policy.parseVector(vector);
  return policy.toJSON().questions.flatMap(({ id, text, options }) => {
    const option = options.find((each) => each.id === answers[id]);
    return option ? [words.line(text[language], option.text[language])] : [];
  });
}

let ticket;

wizard.addEventListener("slo-classified", ({ detail: { classification, context } }) => {
  const { policy } = wizard;
  const { severities } = policy.toJSON();
  const severity = severities.find(({ id }) => id === classification.severity).name[language];
  const { tier, ...known } = context;
  const { targets } = policy.expect({
    severity: classification.severity,
    tier,
    context: known,
    submittedAt: new Date(),
  });
  const [first] = targets;
  const time = first?.dueAt && timeOf(first.dueAt);

  fields.severity.value = severity;
  fields.due.value = !time ? words.none : first.objective.bound === "under" ? words.before(time) : words.by(time);
  fields.subject.value ||= words.subject(severity);
  fields.known.value = answersOf(policy, classification.vector).join("\n");
  ticket = { severity: classification.severity, vector: classification.vector, context, dueAt: first?.dueAt ?? null };
  form.hidden = false;
  document.getElementById("waiting").hidden = true;
});

// After a step back the severity is open again: the ticket waits.
wizard.addEventListener("slo-step", ({ detail: { question } }) => {
  if (question === null) return;
  form.hidden = true;
  document.getElementById("waiting").hidden = false;
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const status = document.getElementById("sent");
  const { subject, description, phone } = Object.fromEntries(new FormData(form));
  try {
    status.textContent = words.sent(await send({ ...ticket, subject, description, phone }));
  } catch {
    status.textContent = words.failed;
  }
});
