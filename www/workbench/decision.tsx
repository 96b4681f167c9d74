/** The decision of a policy: its questionnaire drawn as a tree in which one follows a path, and the table of all answers. */

import { useMemo, useState } from "preact/hooks";

import type { Answers, Classification, Policy, PolicyDocument } from "../../js/index.js";
import type { PolicyMessages } from "../messages/policy/index.js";
import { type Language, nearestText } from "../site.js";

export interface PolicyViewProps {
  policy: Policy;
  messages: PolicyMessages;
  language: Language;
}

/** A question after some answers, or the severity that follows from them. */
interface TreeNode {
  answers: Answers;
  /** Null at an end. */
  question: string | null;
  text: string;
  branches: { id: string; text: string; next: TreeNode | null }[];
}

/** Most ends of a tree that is drawn whole; of a larger one, only the path and its branches are drawn. */
const mostEnds = 40;

/** Most rows in the table; the command line prints all of them. */
const mostRows = 300;

/** Shows the tree and the table; the path that one follows in the tree is marked in both. */
export function Decision(props: PolicyViewProps) {
  const { policy, messages, language } = props;
  const [path, setPath] = useState<Answers>({});
  const isWhole = useMemo(() => ends(policy, {}, mostEnds) <= mostEnds, [policy]);
  const root = useMemo(() => nodeOf(props, {}, isWhole ? null : path), [policy, isWhole, path]);
  // The answers of another policy mean nothing here.
  const chosen = policy
    .toJSON()
    .questions?.every(({ id, options }) =>
      path[id] === undefined ? true : options.some((option) => option.id === path[id]),
    )
    ? path
    : {};
  const next = policy.nextQuestion(chosen);
  return (
    <>
      <section aria-labelledby="questionnaire-heading">
        <h2 id="questionnaire-heading">{messages.use.questionnaire}</h2>
        <p class="hint">{messages.use.questionnaireHint}</p>
        <div class="decision-result">
          <p role="status">
            {Object.keys(chosen).length > 0 &&
              (next === null
                ? messages.use.leadsTo(severityOf(props, chosen))
                : messages.use.nextIs(nearestText(language, next.text)))}
          </p>
          {Object.keys(chosen).length > 0 && (
            <button type="button" class="button" onClick={() => setPath({})}>
              {messages.use.restart}
            </button>
          )}
        </div>
        <div class="scroll" tabIndex={0} role="group" aria-labelledby="questionnaire-heading">
          <div class="decision">
            <Branches node={root} chosen={chosen} onChoose={setPath} />
          </div>
        </div>
      </section>
      <section aria-labelledby="table-heading">
        <h2 id="table-heading">{messages.use.table}</h2>
        <Table {...props} chosen={chosen} />
      </section>
    </>
  );
}

interface BranchesProps {
  node: TreeNode;
  chosen: Answers;
  onChoose(path: Answers): void;
}

/** Draws a question with its answers, each followed by what comes next; or a severity. */
function Branches({ node, chosen, onChoose }: BranchesProps) {
  const { question, text, answers, branches } = node;
  if (question === null) {
    return (
      <p class="leaf">
        <strong>{text}</strong>
      </p>
    );
  }
  const label = `question-${Object.values(answers).join("-") || "first"}`;
  return (
    <div class="question">
      <p id={label}>{text}</p>
      <ul aria-labelledby={label}>
        {branches.map(({ id, text, next }) => {
          const isLit =
            chosen[question] === id && Object.entries(answers).every(([asked, option]) => chosen[asked] === option);
          return (
            <li key={id} class={isLit ? "lit" : undefined}>
              <button
                type="button"
                class="answer"
                aria-pressed={isLit}
                onClick={() => onChoose(isLit ? answers : { ...answers, [question]: id })}
              >
                {text}
              </button>
              {next === null ? (
                <p class="leaf" aria-hidden="true">
                  …
                </p>
              ) : (
                <Branches node={next} chosen={chosen} onChoose={onChoose} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Counts the ends of the questionnaire, up to one more than `most`. */
function ends(policy: Policy, answers: Answers, most: number): number {
  const next = policy.nextQuestion(answers);
  if (next === null) return 1;
  let count = 0;
  for (const { id } of next.options) {
    count += ends(policy, { ...answers, [next.id]: id }, most - count);
    if (count > most) break;
  }
  return count;
}

/** Returns the tree after some answers. With a path, branches beside it that do not end are left out. */
function nodeOf(props: PolicyViewProps, answers: Answers, path: Answers | null): TreeNode {
  const { policy, language } = props;
  const found = policy.nextQuestion(answers);
  if (found === null) return { answers, question: null, text: severityOf(props, answers), branches: [] };
  const { id: question, text, options } = found;
  return {
    answers,
    question,
    text: nearestText(language, text),
    branches: options.map((option) => {
      const next = { ...answers, [question]: option.id };
      const isDrawn = path === null || path[question] === option.id || policy.nextQuestion(next) === null;
      return {
        id: option.id,
        text: nearestText(language, option.text),
        next: isDrawn ? nodeOf(props, next, path) : null,
      };
    }),
  };
}

function severityOf({ policy, messages, language }: PolicyViewProps, answers: Answers): string {
  const { decided, severity } = policy.classify(answers);
  const found = policy.toJSON().severities.find(({ id }) => id === severity);
  return decided && found ? nearestText(language, found.name) : messages.use.undecided;
}

function Table({ policy, messages, language, chosen }: PolicyViewProps & { chosen: Answers }) {
  const description = useMemo(() => policy.toJSON(), [policy]);
  const rows = useMemo(() => rowsOf(policy, description), [policy]);
  const questions = description.questions ?? [];
  const all = questions.reduce((product, { options }) => product * options.length, 1);
  const severity = (id: string) =>
    nearestText(language, description.severities.find((each) => each.id === id)?.name ?? {});
  const option = (question: (typeof questions)[number], id: string | undefined) =>
    nearestText(language, question.options.find((each) => each.id === id)?.text ?? {});
  const follows = (answers: Record<string, string>) =>
    Object.keys(chosen).length > 0 && Object.entries(chosen).every(([question, id]) => answers[question] === id);
  const { columns } = messages.use;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-labelledby="table-heading">
      <table>
        <caption>{messages.use.tableCaption(rows.length, all)}</caption>
        <thead>
          <tr>
            {questions.map(({ id, text }) => (
              <th scope="col" key={id}>
                {nearestText(language, text)}
              </th>
            ))}
            <th scope="col">{columns.severity}</th>
            <th scope="col">{columns.rule}</th>
            <th scope="col">{columns.basis}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ answers, found }) => (
            <tr key={Object.values(answers).join()} class={follows(answers) ? "lit" : undefined}>
              {questions.map((question) => (
                <td key={question.id}>{option(question, answers[question.id])}</td>
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
