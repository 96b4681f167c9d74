import { useEffect, useMemo, useState } from "preact/hooks";

import { intakeMessagesFor } from "../../messages/intake.js";
import { tiersMessagesFor } from "../../messages/tiers.js";
import { type HandoverModel, modelOf, voiceIn, type Written } from "../handover/model.js";
import { AdviceList } from "../shared/advice.js";
import type { Scene } from "../shared/element.js";
import type { Place } from "../shared/place.js";
import { useNow } from "../shared/countdown.js";
import { expectation, factsOf } from "../wizard/expectation.js";
import { TierTargets } from "../tiers/compare.js";
import { Checklist, Escalation } from "./advice.js";
import { HandOver, Sheet } from "./hand-over.js";
import { Priority } from "./priority.js";
import { RequestForm } from "./request-form.js";
import { unknown, Who } from "./who.js";

interface Props {
  scene: Scene;
  place: Place;
  /** The severity, where there are no answers. */
  severity: string | null;
  submittedAt: number | null;
  onHandover(model: HandoverModel): void;
}

const blank: Written = {
  description: "",
  troubleshooting: "",
  justification: "",
  contact: { name: "", phone: "", email: "" },
};

/** The request that goes with a case, from its priority to what is pasted into the ticket. */
export function Intake({ scene, place, severity: given, submittedAt, onHandover }: Props) {
  const { policy, description, language } = scene;
  const words = intakeMessagesFor(language);
  const found = useMemo(
    () => (Object.keys(place.answers).length === 0 ? null : policy.classify(place.answers)),
    [policy, place],
  );
  const severities = description.severities.map(({ id }) => id);
  const first = found?.severity ?? severities.find((id) => id === given) ?? severities[0] ?? "";
  const [severity, setSeverity] = useState(first);
  const [context, setContext] = useState(place.context);
  const [written, setWritten] = useState(blank);
  const [isBilingual, setBilingual] = useState(false);
  const [since] = useState(() => submittedAt ?? scene.now());
  const now = useNow(scene, () => "minute");

  const known = Object.fromEntries(Object.entries(context).filter(([, answer]) => answer !== unknown));
  const expected = expectation(scene, severity, known, since, now);
  const { tier = null, ...answers } = known;
  const voice = voiceIn(scene, language);
  const facts = {
    severity,
    tier,
    submittedAt: since,
    context: answers,
    targets: expected.targets,
    standing: expected.standing,
    channel: expected.advice.find((each) => each.channel !== undefined)?.channel ?? null,
    found,
    answers: place.answers,
  };
  const model = modelOf(scene, voice, facts, written);
  const voices = isBilingual ? policy.languages.map((each) => voiceIn(scene, each)) : [voice];
  const key = JSON.stringify({ ...model, targets: model.targets.map(({ timeline: _, ...target }) => target) });
  useEffect(() => onHandover(model), [key]);

  const needsReason = found !== null && found.severity !== severity;
  const missing = [
    ...(model.description === "" ? (["description"] as const) : []),
    ...(needsReason && model.justification === "" ? (["justification"] as const) : []),
  ];
  const dueFacts = tier === null ? null : factsOf(tier, severity, known, since);
  return (
    <div class="intake">
      <Priority
        scene={scene}
        severity={severity}
        recommended={found?.severity ?? null}
        tier={tier}
        facts={dueFacts}
        expected={expected}
        now={now}
        onSeverity={setSeverity}
        onTier={(id) => setContext({ ...context, tier: id })}
      />
      {(description.tiers ?? []).length > 1 && (
        <details class="compare no-print" part="compare">
          <summary>{tiersMessagesFor(language).compare.heading}</summary>
          <TierTargets scene={scene} tier={tier} severity={severity} submittedAt={since} context={answers} now={now} />
        </details>
      )}
      <AdviceList scene={scene} advice={expected.advice} kind="act" heading={words.act} ordered level={2} />
      <Who scene={scene} severity={severity} context={context} onContext={setContext}>
        <AdviceList scene={scene} advice={expected.advice} kind="know" heading={words.know} level={3} />
      </Who>
      <Checklist scene={scene} advice={expected.advice} />
      <RequestForm scene={scene} written={written} needsReason={needsReason} onWritten={setWritten} />
      <HandOver
        scene={scene}
        facts={facts}
        written={written}
        missing={missing}
        isBilingual={isBilingual}
        onBilingual={setBilingual}
      />
      <Escalation scene={scene} model={model} voice={voice} advice={expected.advice} now={now} />
      <p class="small muted no-print">{words.privacy}</p>
      <Sheet
        scene={scene}
        cases={voices.map((each) => ({ voice: each, model: modelOf(scene, each, facts, written) }))}
      />
    </div>
  );
}
