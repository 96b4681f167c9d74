import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { intakeMessagesFor } from "../../messages/intake.js";
import { tiersMessagesFor } from "../../messages/tiers.js";
import { type HandoverModel, modelOf, wordingIn } from "../handover/model.js";
import { AdviceList } from "../shared/advice.js";
import { asksSeller, Call, phoneAdvice, phoneFor, sellerQuestion } from "../shared/call.js";
import { type CaseInput, type DetailsChange, withDetails } from "../shared/case-input.js";
import { useNow } from "../shared/countdown.js";
import type { ViewContext } from "../shared/element.js";
import { Escalation } from "../shared/escalation.js";
import { FactFields } from "../shared/fields.js";
import { SectionLevel } from "../shared/heading.js";
import { asFault } from "../wizard/doors.js";
import { expectationOf, submissionOf } from "../wizard/expectation.js";
import { TierTargets } from "../tiers/compare.js";
import { Checklist } from "./advice.js";
import { HandOver } from "./hand-over.js";
import { Priority } from "./priority.js";
import { RequestForm } from "./request-form.js";
import { Sheet } from "./sheet.js";
import { notSure, CaseHandler } from "./case-handler.js";
import { initialState, linkOf, save } from "./state.js";

interface Props {
  view: ViewContext;
  /** The input that the page gives. */
  given: CaseInput;
  /** Whether the address of the page has the case, and its history the words that are not yet sent. */
  permalink: boolean;
  onHandover(model: HandoverModel): void;
}

/** Typed text is saved after this time without a key, in milliseconds: a browser allows a hundred changes in half a minute. */
const pause = 400;

/** Shows the request for a case, from its priority to the text for the ticket. */
export function Intake({ view, given, permalink, onHandover }: Props) {
  const { policy, description, language } = view;
  const words = intakeMessagesFor(language);
  const [state, setState] = useState(() => initialState(view, given, permalink));
  const { answers, details, entries, isBilingual } = state;
  const context = { ...state.context, ...view.given };
  const now = useNow(view, () => "minute");

  const pending = useRef(() => {});
  pending.current = () => permalink && save(view, state);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) pending.current();
    isFirst.current = false;
  }, [JSON.stringify([answers, state.context, details, isBilingual])]);
  useEffect(() => {
    const timer = setTimeout(() => pending.current(), pause);
    return () => clearTimeout(timer);
  }, [entries]);
  useEffect(() => {
    if (!permalink) return;
    const open = () => setState(initialState(view, given, true));
    addEventListener("popstate", open);
    return () => removeEventListener("popstate", open);
  }, [permalink]);

  const found = useMemo(
    () => (Object.keys(answers).length === 0 ? null : policy.classify(answers)),
    [policy, JSON.stringify(answers)],
  );
  const severity = details.severity ?? found?.severity ?? null;
  const changeContext = (to: Record<string, string>) => setState({ ...state, context: to });
  const changeDetails = (change: DetailsChange) => setState({ ...state, details: withDetails(state.details, change) });

  const known = Object.fromEntries(Object.entries(context).filter(([, answer]) => answer !== notSure));
  const { tier = null, ...knownAnswers } = known;
  const facts = found === null ? known : asFault(description, known);
  const expected = severity === null ? null : expectationOf(view, severity, facts, details, now);
  const advice = expected?.advice ?? [];
  const phone = phoneFor(view, { context: known, details }, advice.find(({ kind }) => kind === "escalate")?.channel);
  const wordings = isBilingual ? policy.languages.map((each) => wordingIn(view, each)) : [wordingIn(view, language)];
  const models =
    severity === null || expected === null
      ? []
      : wordings.map((wording) => ({
          wording,
          model: modelOf(
            view,
            wording,
            {
              severity,
              tier,
              submittedAt: details.submittedAt ?? null,
              now,
              number: details.number ?? null,
              phone: phone?.text ?? null,
              link: permalink ? linkOf(view, state) : null,
              context: knownAnswers,
              targets: expected.targets,
              filedAs: expected.filedAs ?? null,
              standing: expected.standing,
              channel: advice.find((each) => each.channel !== undefined)?.channel ?? null,
              found,
              answers,
            },
            entries,
          ),
        }));
  const own = models.find(({ wording }) => wording.language === language) ?? models[0];
  const key = JSON.stringify({
    ...own?.model,
    asOf: null,
    targets: own?.model.targets.map(({ timeline: _, ...target }) => target),
  });
  useEffect(() => {
    if (own !== undefined) onHandover(own.model);
  }, [key]);

  const needsReason = found !== null && found.severity !== severity;
  const missing = [
    ...(entries.description.trim() === "" ? (["description"] as const) : []),
    ...(needsReason && entries.justification.trim() === "" ? (["justification"] as const) : []),
  ];
  const isLate = expected?.isLate ?? false;
  const calls = { context: known, details, now, onContext: changeContext, onDetails: changeDetails };
  // The call stands beside the escalation of a case that is late, and is not asked for twice.
  const channel = phoneAdvice(view, isLate ? advice : advice.filter(({ kind }) => kind === "act"))?.channel;
  const seller = channel !== undefined && asksSeller(view, known) ? sellerQuestion(description)?.id : undefined;
  const escalation = own !== undefined && expected !== null && (
    <Escalation
      view={view}
      model={own.model}
      wording={own.wording}
      advice={advice}
      schedule={expected.schedule}
      isLate={isLate}
    >
      {isLate && channel !== undefined && <Call view={view} channel={channel} isSecond {...calls} />}
    </Escalation>
  );
  return (
    <SectionLevel.Provider value={2}>
      <div class="intake" onFocusOut={() => pending.current()}>
        <Priority
          view={view}
          severity={severity}
          recommended={found?.severity ?? null}
          tier={tier}
          expected={expected}
          details={details}
          now={now}
          onSeverity={(id) => changeDetails({ severity: id === found?.severity ? undefined : id })}
          onTier={(id) => changeContext({ ...state.context, tier: id })}
          onDetails={changeDetails}
          escalation={isLate && escalation}
        >
          {expected !== null && (
            <FactFields
              view={view}
              targets={expected.targets}
              submission={submissionOf(details)}
              onSubmission={({ channel, zone }) => changeDetails({ channel, zone })}
            />
          )}
        </Priority>
        <AdviceList
          view={view}
          advice={advice}
          kind="act"
          heading={words.act}
          calls={(!isLate || channel === undefined) && calls}
          ordered
        />
        <RequestForm
          view={view}
          entries={entries}
          needsReason={needsReason}
          onEntries={(to) => setState({ ...state, entries: to })}
        />
        {severity !== null && (
          <CaseHandler
            view={view}
            severity={severity}
            context={context}
            implied={found === null ? {} : asFault(description, {})}
            askedAbove={seller}
            onContext={changeContext}
          >
            <SectionLevel.Provider value={3}>
              <AdviceList view={view} advice={advice} kind="know" heading={words.know} />
            </SectionLevel.Provider>
          </CaseHandler>
        )}
        <Checklist view={view} advice={advice} />
        {own !== undefined && (
          <HandOver
            view={view}
            cases={models}
            own={own}
            advice={advice}
            schedule={expected?.schedule ?? []}
            missing={missing}
            isBilingual={isBilingual}
            onBilingual={(to) => setState({ ...state, isBilingual: to })}
          />
        )}
        {!isLate && escalation}
        {severity !== null && (description.tiers ?? []).length > 1 && (
          <details class="compare no-print" part="compare">
            <summary>{tiersMessagesFor(language).compare.heading}</summary>
            <TierTargets
              view={view}
              tier={tier}
              severity={severity}
              submittedAt={details.submittedAt ?? now}
              context={knownAnswers}
              now={now}
            />
          </details>
        )}
        <p class="small muted no-print">{permalink ? words.privacy : words.privacyOfElement}</p>
        <Sheet view={view} cases={models} />
      </div>
    </SectionLevel.Provider>
  );
}
