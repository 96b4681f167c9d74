/** The whole function of a policy: a row for each combination of answers, with the rules that decide it. */

import { useMemo } from "preact/hooks";
import type { Classification, Policy, PolicyDocument } from "../../js/index.js";
import { nearestText } from "../language.js";
import type { UseProps } from "./use.js";

/** Most rows in the table; the command line prints all of them. */
const mostRows = 300;

export function Table({ policy, messages, language }: UseProps) {
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
