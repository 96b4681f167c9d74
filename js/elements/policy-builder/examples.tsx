/** The examples of the policy: cases with the answer that is right, which the engine checks like tests. */

import { type Answers, CaseSloError, loadPolicy, type Policy } from "../../index.js";
import { listOf, recordOf, useBuilder, useFindings } from "./context.js";
import { below, type Json, type JsonObject, keysOf } from "../../text/policy-json.js";
import { useOptions } from "./entries.js";
import { Cross } from "./order.js";
import { Input } from "./fields.js";
import { Findings } from "./findings.js";

/** Shows every example with its result, and the rules without one. */
export function ExamplesSection() {
  const { editor, m, announce } = useBuilder();
  const examples = listOf<JsonObject>(editor.at("/examples"));
  const uncovered = useFindings("/classification/rules", "below").filter(({ code }) => code === "not-covered");
  const addAll = () => {
    // The preview follows a moment later, so the document is loaded as it stands.
    const policy = loaded(editor.document);
    if (policy === null) return announce(m.examples.needsSound);
    const added = uncovered.flatMap(({ path }) => {
      const example = exampleOf(editor.document, policy, Number(keysOf(path)[2]), m.examples.forRule);
      return example === null ? [] : [example];
    });
    policy.free();
    editor.set("/examples", [...examples, ...added]);
    announce(m.examples.added(added.length));
  };
  return (
    <>
      <p class="hint">{m.examples.hint}</p>
      {uncovered.length > 0 && (
        <div class="notice">
          <p>{m.examples.uncovered(uncovered.length)}</p>
          <button type="button" onClick={addAll}>
            {m.examples.addAll}
          </button>
        </div>
      )}
      {examples.length === 0 && <p>{m.examples.none}</p>}
      <ol class="entries">
        {examples.map((example, index) => (
          <Example key={index} example={example} index={index} />
        ))}
      </ol>
    </>
  );
}

function Example({ example, index }: { example: JsonObject; index: number }) {
  const { editor, m } = useBuilder();
  const at = below("/examples", index);
  const findings = useFindings(at, "below");
  const isRight = findings.every(({ code }) => code !== "example-failed");
  const name = String(example["name"] ?? "");
  return (
    <li class="entry" data-at={at}>
      <div class="entry-head">
        <span class={isRight ? "right" : "failed"}>{isRight ? m.examples.right : m.examples.failed}</span>
        <Input label={m.examples.name} value={name} onValue={(text) => editor.set(below(at, "name"), text)} />
        <button type="button" class="icon" aria-label={m.removeNamed(name)} onClick={() => editor.set(at, undefined)}>
          <Cross />
        </button>
      </div>
      <p class="small">{useSummary(example)}</p>
      <Findings at={at} reach="below" />
    </li>
  );
}

/** Returns an example in words: the answers or the case, and the answer that is expected. */
function useSummary(example: JsonObject): string {
  const { editor, say, format } = useBuilder();
  const names = new Map(
    (["tiers", "severities", "measures"] as const).flatMap((list) =>
      useOptions(list).map(({ id, name }): [string, string] => [`${list}/${id}`, name]),
    ),
  );
  const nameOf = (list: string, id: unknown) => names.get(`${list}/${String(id)}`) ?? String(id ?? "");
  const answers = Object.entries(recordOf(example["answers"])).map(([question, answer]) => {
    const found = listOf<JsonObject>(editor.at("/questions")).find(({ id }) => id === question);
    const options = listOf<JsonObject>(found?.["options"]).filter(
      ({ id }) => id === answer || (Array.isArray(answer) && answer.includes(id as Json)),
    );
    return `${say(found?.["text"]) || question} ${options.map(({ text }) => say(text)).join(", ") || String(answer)}`;
  });
  const facts = recordOf(example["case"]);
  const about = [
    facts["tier"] && nameOf("tiers", facts["tier"]),
    facts["severity"] && nameOf("severities", facts["severity"]),
  ];
  const submitted = facts["submittedAt"];
  const expected = recordOf(example["expect"]);
  const due = Object.entries(recordOf(expected["dueAt"])).map(
    ([measure, instant]) =>
      `${nameOf("measures", measure)} ${typeof instant === "string" ? format.dateTime(instant) : "—"}`,
  );
  const left = [...answers, ...about, typeof submitted === "string" && format.dateTime(submitted)].filter(Boolean);
  const right = [expected["severity"] && nameOf("severities", expected["severity"]), ...due].filter(Boolean);
  return `${left.join("; ")} → ${right.join("; ") || JSON.stringify(example["expect"])}`;
}

/** Loads a document; null while it has errors. */
function loaded(document: JsonObject): Policy | null {
  try {
    return loadPolicy(document);
  } catch (error) {
    if (error instanceof CaseSloError) return null;
    throw error;
  }
}

/** Most combinations that are tried for an example. */
const mostTried = 500;

/** Returns an example that a rule decides, with the severity that the engine gives; null if none was found. */
function exampleOf(
  document: JsonObject,
  policy: Policy,
  place: number,
  nameFor: (rule: number) => string,
): JsonObject | null {
  const rule = listOf<JsonObject>(recordOf(document["classification"])["rules"])[place];
  if (rule === undefined) return null;
  const when = recordOf(rule["when"]);
  const questions = listOf<JsonObject>(document["questions"]).map((question) => ({
    id: String(question["id"]),
    options: Object.hasOwn(when, String(question["id"]))
      ? listOf<string>(when[String(question["id"])])
      : listOf<JsonObject>(question["options"]).map(({ id }) => String(id)),
  }));
  let tried = 0;
  const search = (index: number, answers: Record<string, string>): Answers | null => {
    const question = questions[index];
    if (question === undefined) {
      tried += 1;
      const { severity, decided } = policy.classify(answers);
      return decided && severity === rule["severity"] ? answers : null;
    }
    for (const option of question.options) {
      if (tried >= mostTried) return null;
      const found = search(index + 1, { ...answers, [question.id]: option });
      if (found !== null) return found;
    }
    return null;
  };
  const answers = search(0, {});
  if (answers === null) return null;
  return {
    name: nameFor(place + 1),
    answers: answers as unknown as Json,
    expect: { severity: rule["severity"] as Json },
  };
}

/** Returns the example that a case in the preview makes: the facts, and the due times that the engine gives. */
export function exampleOfCase(
  policy: Policy,
  facts: { tier: string; severity: string; submittedAt: string },
  name: string,
): JsonObject {
  const { targets } = policy.evaluate(facts, facts.submittedAt);
  const dueAt = Object.fromEntries(targets.map(({ objective, dueAt }) => [objective.measure, dueAt]));
  return { name, case: facts, expect: { dueAt } };
}
