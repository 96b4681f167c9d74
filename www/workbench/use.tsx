/** Views of a policy that can be loaded: its questionnaire, its decision table, a calculator, and a comparison with another version. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import type { SloElement } from "../../js/elements/index.js";
import {
  type Answers,
  CaseSloError,
  type Classification,
  diffPolicies,
  loadPolicy,
  type Policy,
  type PolicyChange,
  type PolicyDocument,
} from "../../js/index.js";
import type { PolicyMessages } from "../messages/policy/index.js";
import { type Language, nearestText } from "../site.js";

export interface PolicyViewProps {
  policy: Policy;
  messages: PolicyMessages;
  language: Language;
}

export function PolicyViews(props: PolicyViewProps) {
  const { messages, policy } = props;
  const hasQuestions = (policy.toJSON().questions ?? []).length > 0;
  return (
    <>
      {hasQuestions && (
        <>
          <section aria-labelledby="questionnaire-heading">
            <h2 id="questionnaire-heading">{messages.use.questionnaire}</h2>
            <p class="hint">{messages.use.questionnaireHint}</p>
            <Questionnaire {...props} />
          </section>
          <section aria-labelledby="table-heading">
            <h2 id="table-heading">{messages.use.table}</h2>
            <Table {...props} />
          </section>
        </>
      )}
      <section aria-labelledby="trial-heading">
        <h2 id="trial-heading">{messages.use.trial}</h2>
        <p class="hint">{messages.use.trialHint}</p>
        <div class="trial">
          {hasQuestions && <LivePolicy tag="slo-wizard" {...props} />}
          {(policy.toJSON().tiers ?? []).length > 0 && <LivePolicy tag="slo-calculator" {...props} />}
        </div>
      </section>
      <section aria-labelledby="compare-heading">
        <h2 id="compare-heading">{messages.use.compare}</h2>
        <p class="hint">{messages.use.compareHint}</p>
        <Comparison {...props} />
      </section>
    </>
  );
}

/** Shows an element with a copy of the policy, which lives as long as the element. */
function LivePolicy({ tag, policy, language }: PolicyViewProps & { tag: "slo-wizard" | "slo-calculator" }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = document.createElement(tag) as SloElement;
    element.setAttribute("permalink", "off");
    element.lang = language;
    holder.current?.replaceChildren(element);
    void customElements.whenDefined(tag).then(() => {
      element.policy = policy.toJSON();
    });
  }, [policy]);
  return <div ref={holder} />;
}

export function Questionnaire(props: PolicyViewProps) {
  return (
    <div class="tree">
      <Step {...props} answers={{}} />
    </div>
  );
}

/** Shows the next question after some answers, or the severity that follows. */
function Step({ answers, ...props }: PolicyViewProps & { answers: Answers }) {
  const { policy, language, messages } = props;
  const question = policy.nextQuestion(answers);
  if (question === null) {
    return (
      <p class="leaf">
        <strong>{severityOf(policy, answers, props)}</strong>
      </p>
    );
  }
  return (
    <>
      <p>
        {nearestText(language, question.text)} <code>{question.id}</code>
      </p>
      <ul>
        {question.options.map((option) => {
          const next = { ...answers, [question.id]: option.id };
          const label = nearestText(language, option.text);
          return (
            <li key={option.id}>
              {policy.nextQuestion(next) === null ? (
                <p>
                  {label} → <strong>{severityOf(policy, next, { policy, language, messages })}</strong>
                </p>
              ) : (
                <Branch {...props} answers={next} label={label} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Shows an answer with its consequences, which are computed when it is opened. */
function Branch({ label, answers, ...props }: PolicyViewProps & { label: string; answers: Answers }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && <Step {...props} answers={answers} />}
    </details>
  );
}

function severityOf(policy: Policy, answers: Answers, { language, messages }: PolicyViewProps): string {
  const { decided, severity } = policy.classify(answers);
  const found = policy.toJSON().severities.find(({ id }) => id === severity);
  return decided && found ? nearestText(language, found.name) : messages.use.undecided;
}

/** Most rows in the table; the command line prints all of them. */
const mostRows = 300;

export function Table({ policy, messages, language }: PolicyViewProps) {
  const description = useMemo(() => policy.toJSON(), [policy]);
  const rows = useMemo(() => rowsOf(policy, description), [policy]);
  const questions = description.questions ?? [];
  const all = questions.reduce((product, { options }) => product * options.length, 1);
  const severity = (id: string) =>
    nearestText(language, description.severities.find((each) => each.id === id)?.name ?? {});
  const { columns } = messages.use;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-labelledby="table-heading">
      <table>
        <caption>{messages.use.tableCaption(rows.length, all)}</caption>
        <thead>
          <tr>
            {questions.map(({ id }) => (
              <th scope="col" key={id}>
                <code>{id}</code>
              </th>
            ))}
            <th scope="col">{columns.severity}</th>
            <th scope="col">{columns.rule}</th>
            <th scope="col">{columns.basis}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ answers, found }) => (
            <tr key={Object.values(answers).join()}>
              {questions.map(({ id }) => (
                <td key={id}>
                  <code>{answers[id]}</code>
                </td>
              ))}
              <td>
                <strong>{found.decided ? severity(found.severity) : messages.use.undecided}</strong>
              </td>
              <td>
                <code>{found.decided && found.rules.join(", ")}</code>
              </td>
              <td>{found.decided && messages.use.basis[found.basis]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Row {
  answers: Record<string, string>;
  found: Classification;
}

/** The combinations of answers, the last question running fastest; at most `mostRows`. */
function rowsOf(policy: Policy, { questions = [] }: PolicyDocument): Row[] {
  const rows: Row[] = [];
  const visit = (at: number, answers: Record<string, string>): void => {
    const question = questions[at];
    if (question === undefined) rows.push({ answers, found: policy.classify(answers) });
    for (const { id } of question?.options ?? []) {
      if (rows.length < mostRows) visit(at + 1, { ...answers, [question?.id ?? ""]: id });
    }
  };
  visit(0, {});
  return rows;
}

export function Comparison({ policy, messages, language }: PolicyViewProps) {
  const [changes, setChanges] = useState<PolicyChange[] | null>(null);
  const [status, setStatus] = useState("");

  const compare = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    try {
      const before = loadPolicy(await chosen.text());
      const found = diffPolicies(before, policy);
      before.free();
      setChanges(found);
      setStatus(found.length === 0 ? messages.use.same : messages.use.changes(found.length));
    } catch (error) {
      if (!(error instanceof CaseSloError)) throw error;
      setChanges(null);
      setStatus(messages.use.unusable);
    }
  };
  const severityName = (id: string | null) =>
    id === null
      ? null
      : nearestText(language, policy.toJSON().severities.find((each) => each.id === id)?.name ?? { en: id });
  const sentence = ({ kind, count, before, after }: PolicyChange): string =>
    count === undefined || before === undefined || after === undefined
      ? messages.use.changed[kind]
      : messages.use.severityChanged(count, severityName(before), severityName(after));
  return (
    <>
      <label class="button">
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => void compare(event.currentTarget.files?.[0])}
        />
        {messages.use.chooseOther}
      </label>
      <p role="status">{status}</p>
      {changes !== null && (
        <ol class="changes">
          {changes.map((change, at) => (
            <li class="finding" key={at}>
              <p class="finding-head">
                <strong>{messages.use.kinds[change.kind]}</strong>
                <code>{change.path}</code>
              </p>
              <p>{sentence(change)}</p>
              {change.box && <AnswerList name={messages.use.answers} of={change.box} any={messages.use.anyAnswers} />}
              <EngineSentence messages={messages}>{change.message}</EngineSentence>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** The engine's sentence, which is in English whatever the language of the page. */
export function EngineSentence({ messages, children }: { messages: PolicyMessages; children: string }) {
  return (
    <p class="finding-detail">
      {messages.detail} <span lang="en">{children}</span>
    </p>
  );
}

interface AnswerListProps {
  name: string;
  of: Record<string, string | readonly string[]>;
  /** Stands for no answer at all. */
  any: string;
}

/** Answers by the ids of questions and options, as the policy has them. */
export function AnswerList({ name, of, any }: AnswerListProps) {
  const parts = Object.entries(of).map(([question, options]) => `${question}=${options}`);
  return (
    <p>
      {name} {parts.length === 0 ? any : parts.map((part) => [<code key={part}>{part}</code>, " "])}
    </p>
  );
}
