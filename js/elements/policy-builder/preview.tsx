/** The policy as it stands: the elements on it, the printed description, and the code that embeds it. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import type { Classification, Policy } from "../../index.js";
import { Blocks } from "../../render/html.js";
import { subjectOf } from "../../render/blocks.js";
import { documentOf, partNames } from "../../render/parts.js";
import { nearestTag } from "../../text/lookup.js";
import { useCopy } from "../shared/files.js";
import { listOf, useBuilder } from "./context.js";
import type { JsonObject } from "../../text/policy-json.js";
import { exampleOfCase } from "./examples.js";

const views = ["wizard", "table", "calculator", "description", "embed"] as const;

type View = (typeof views)[number];

/** What a view of the preview says that can be kept as an example. */
interface Answer {
  example: JsonObject;
  words: string;
}

/** Shows one view of the policy at a time. `policy` is the last one that the engine has loaded; `isOld`: it has errors since. */
export function Preview({ policy, isOld }: { policy: Policy | null; isOld: boolean }) {
  const { editor, m, announce, say } = useBuilder();
  const [view, setView] = useState<View>("wizard");
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => setAnswer(null), [view, policy]);
  const document = useMemo(() => policy?.toJSON(), [policy]);
  const hasQuestions = (document?.classification?.rules ?? []).length > 0;
  const hasTiers = (document?.objectives ?? []).length > 0 && (document?.tiers ?? []).length > 0;
  const keep = (answer: Answer) => {
    editor.insert("/examples", answer.example);
    setAnswer(null);
    announce(m.preview.kept);
  };
  const nameOf = (severity: string) =>
    say(listOf<JsonObject>(editor.at("/severities")).find(({ id }) => id === severity)?.["name"]) || severity;
  return (
    <div class="preview" part="preview">
      <h2 class="hidden">{m.preview.heading}</h2>
      <div class="tabs" role="group" aria-label={m.preview.heading}>
        {views.map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {m.preview.views[name]}
          </button>
        ))}
      </div>
      {isOld && <p class="hint">{m.preview.old}</p>}
      {policy === null ? (
        <p class="hint">{m.preview.none}</p>
      ) : view === "wizard" && !hasQuestions ? (
        <p class="hint">{m.preview.noQuestions}</p>
      ) : (view === "table" || view === "calculator") && !hasTiers ? (
        <p class="hint">{m.preview.noObjectives}</p>
      ) : view === "description" ? (
        <Description policy={policy} />
      ) : view === "embed" ? (
        <Embed />
      ) : (
        <Live
          name={view}
          policy={policy}
          onAnswer={(event) => {
            const name = m.preview.exampleName;
            const count = listOf(editor.at("/examples")).length + 1;
            if (event.type === "slo-classified") {
              const { severity, vector } = (event.detail as { classification: Classification }).classification;
              const { answers } = policy.parseVector(vector);
              setAnswer({
                example: {
                  name: name(nameOf(severity), count),
                  answers: answers as unknown as JsonObject,
                  expect: { severity },
                },
                words: nameOf(severity),
              });
            } else if (event.type === "slo-step") {
              if ((event.detail as { question: string | null }).question !== null) setAnswer(null);
            } else {
              const detail = event.detail as { tier: string; severity: string; submittedAt: string | null };
              const submittedAt = detail.submittedAt ?? new Date().toISOString().replace(/\.\d+/, "");
              const example = exampleOfCase(policy, { ...detail, submittedAt }, name(nameOf(detail.severity), count));
              setAnswer({ example, words: m.preview.thisDueTime });
            }
          }}
        />
      )}
      {answer !== null && (
        <div class="keep">
          <p>{m.preview.isRight(answer.words)}</p>
          <button type="button" onClick={() => keep(answer)}>
            {m.preview.keep}
          </button>
        </div>
      )}
    </div>
  );
}

const events = ["slo-classified", "slo-step", "slo-change", "slo-ready", "slo-error", "slo-ignored", "slo-term"];

/** Shows an element on the policy. Its events stay inside, because they are not those of the builder. */
function Live({
  name,
  policy,
  onAnswer,
}: {
  name: "wizard" | "table" | "calculator";
  policy: Policy;
  onAnswer(event: CustomEvent): void;
}) {
  const { language } = useBuilder();
  const holder = useRef<HTMLDivElement>(null);
  const listener = useRef(onAnswer);
  listener.current = onAnswer;
  useEffect(() => {
    const { current } = holder;
    const listen = (event: Event) => {
      event.stopPropagation();
      if (["slo-classified", "slo-step", "slo-change"].includes(event.type)) listener.current(event as CustomEvent);
    };
    for (const type of events) current?.addEventListener(type, listen);
    return () => {
      for (const type of events) current?.removeEventListener(type, listen);
    };
  }, []);
  const Tag = `slo-${name}` as "slo-table";
  return (
    <div class="live" ref={holder}>
      {/* The property takes the loaded policy; the element keeps its state while the policy keeps its id and version. */}
      <Tag key={name} lang={language} policy={policy as never} {...({ permalink: "off" } as object)} />
    </div>
  );
}

/** The printed description, in one of the languages of the policy. */
function Description({ policy }: { policy: Policy }) {
  const { m, language } = useBuilder();
  const chosen = nearestTag(language, policy.languages) ?? policy.languages[0] ?? language;
  const blocks = useMemo(() => documentOf(subjectOf(policy, chosen), partNames), [policy, chosen]);
  return (
    <div class="description" lang={chosen}>
      <button type="button" class="no-print" onClick={() => print()}>
        {m.preview.print}
      </button>
      <article>
        <h2>{textOf(policy, chosen)}</h2>
        <Blocks blocks={blocks} setting={{ level: 3, href: () => null, linkTo: (id) => id }} />
      </article>
    </div>
  );
}

const textOf = (policy: Policy, language: string): string => {
  const { title } = policy.toJSON();
  return title[language] ?? Object.values(title)[0] ?? policy.id;
};

/** The code that shows the policy on a page. */
function Embed() {
  const { editor, m, language } = useBuilder();
  const file = editor.name || "policy.json";
  const code = `<script type="module" src="case-slo/elements/define-wizard.js"></script>\n<slo-wizard lang="${language}" policy="${file.replaceAll('"', "&quot;").replaceAll("&", "&amp;")}"></slo-wizard>\n`;
  const { status, copy } = useCopy({ copied: m.preview.copied, refused: m.preview.refused });
  return (
    <div class="embed">
      <p>{m.preview.embedHint(file)}</p>
      <pre>
        <code>{code}</code>
      </pre>
      <div class="actions">
        <button type="button" onClick={() => void copy(code)}>
          {m.preview.copy}
        </button>
        <span role="status">{status}</span>
      </div>
    </div>
  );
}
