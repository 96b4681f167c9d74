import { useEffect, useMemo, useState } from "preact/hooks";

import { intakeMessagesFor } from "../../messages/intake.js";
import { tiersMessagesFor } from "../../messages/tiers.js";
import { type HandoverModel, modelOf, wordingIn, type RequestEntries } from "../handover/model.js";
import { AdviceList } from "../shared/advice.js";
import type { ViewContext } from "../shared/element.js";
import type { CaseInput } from "../shared/case-input.js";
import { useNow } from "../shared/countdown.js";
import { FactFields, type SubmissionFacts } from "../shared/fields.js";
import { expectationOf } from "../wizard/expectation.js";
import { TierTargets } from "../tiers/compare.js";
import { Checklist, Escalation } from "./advice.js";
import { HandOver, Sheet } from "./hand-over.js";
import { Priority } from "./priority.js";
import { RequestForm } from "./request-form.js";
import { notSure, CaseHandler } from "./case-handler.js";

interface Props {
  view: ViewContext;
  input: CaseInput;
  /** The severity, if there are no answers. */
  severity: string | null;
  submittedAt: number | null;
  onHandover(model: HandoverModel): void;
}

const blank: RequestEntries = {
  description: "",
  troubleshooting: "",
  justification: "",
  contact: { name: "", phone: "", email: "" },
};

/** Shows the request for a case, from its priority to the text for the ticket. */
export function Intake({ view, input, severity: given, submittedAt, onHandover }: Props) {
  const { policy, description, language } = view;
  const words = intakeMessagesFor(language);
  const found = useMemo(
    () => (Object.keys(input.answers).length === 0 ? null : policy.classify(input.answers)),
    [policy, input],
  );
  const severities = description.severities.map(({ id }) => id);
  const first = found?.severity ?? severities.find((id) => id === given) ?? severities[0] ?? "";
  const [severity, setSeverity] = useState(first);
  const [context, setContext] = useState(input.context);
  const [entries, setEntries] = useState(blank);
  const [isBilingual, setBilingual] = useState(false);
  const [since] = useState(() => submittedAt ?? view.now());
  const now = useNow(view, () => "minute");

  const known = Object.fromEntries(Object.entries(context).filter(([, answer]) => answer !== notSure));
  const [submission, setSubmission] = useState<SubmissionFacts>({});
  const expected = expectationOf(view, severity, known, since, now, submission);
  const { tier = null, ...answers } = known;
  const wording = wordingIn(view, language);
  const facts = {
    severity,
    tier,
    submittedAt: since,
    context: answers,
    targets: expected.targets,
    filedAs: expected.filedAs ?? null,
    standing: expected.standing,
    channel: expected.advice.find((each) => each.channel !== undefined)?.channel ?? null,
    found,
    answers: input.answers,
  };
  const model = modelOf(view, wording, facts, entries);
  const wordings = isBilingual ? policy.languages.map((each) => wordingIn(view, each)) : [wording];
  const key = JSON.stringify({ ...model, targets: model.targets.map(({ timeline: _, ...target }) => target) });
  useEffect(() => onHandover(model), [key]);

  const needsReason = found !== null && found.severity !== severity;
  const missing = [
    ...(model.description === "" ? (["description"] as const) : []),
    ...(needsReason && model.justification === "" ? (["justification"] as const) : []),
  ];
  return (
    <div class="intake">
      <Priority
        view={view}
        severity={severity}
        recommended={found?.severity ?? null}
        tier={tier}
        facts={expected.facts}
        expected={expected}
        now={now}
        onSeverity={setSeverity}
        onTier={(id) => setContext({ ...context, tier: id })}
      >
        <FactFields view={view} targets={expected.targets} submission={submission} onSubmission={setSubmission} />
      </Priority>
      {(description.tiers ?? []).length > 1 && (
        <details class="compare no-print" part="compare">
          <summary>{tiersMessagesFor(language).compare.heading}</summary>
          <TierTargets view={view} tier={tier} severity={severity} submittedAt={since} context={answers} now={now} />
        </details>
      )}
      <AdviceList view={view} advice={expected.advice} kind="act" heading={words.act} ordered level={2} />
      <CaseHandler view={view} severity={severity} context={context} onContext={setContext}>
        <AdviceList view={view} advice={expected.advice} kind="know" heading={words.know} level={3} />
      </CaseHandler>
      <Checklist view={view} advice={expected.advice} />
      <RequestForm view={view} entries={entries} needsReason={needsReason} onEntries={setEntries} />
      <HandOver
        view={view}
        facts={facts}
        entries={entries}
        missing={missing}
        isBilingual={isBilingual}
        onBilingual={setBilingual}
      />
      <Escalation view={view} model={model} wording={wording} advice={expected.advice} now={now} />
      <p class="small muted no-print">{words.privacy}</p>
      <Sheet
        view={view}
        cases={wordings.map((each) => ({ wording: each, model: modelOf(view, each, facts, entries) }))}
      />
    </div>
  );
}
