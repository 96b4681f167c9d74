import { accepted } from "../report/reading/open.js";
import { ContextFields, SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useId } from "preact/hooks";

interface Props {
  view: ViewContext;
  isDragging: boolean;
  onCases(file: File): void;
  onOutages(file: File): void;
  onSample(): void;
  /** Whether the customer's offer has availability measures. */
  hasAvailability: boolean;
  outages: File | null;
}

/** Shows the choice of the logs: files, dropped files, or samples. */
export function Choose({ view, isDragging, onCases, onOutages, onSample, hasAvailability, outages }: Props) {
  const words = dashboardMessagesFor(view.language).choose;
  const report = reportMessagesFor(view.language).choose;
  const id = useId();
  // A sample log needs tiers and measures of the policy.
  const canSample = (view.description.tiers ?? []).length > 0 && (view.description.measures ?? []).length > 0;
  return (
    <section class={isDragging ? "choose dragging" : "choose"} aria-labelledby={id}>
      <h2 id={id}>{words.heading}</h2>
      <div class="files">
        <ChooseFile label={words.cases} isPrimary onFile={onCases} describedBy={`${id}-privacy`} />
        {hasAvailability && (
          <div class="outages">
            <ChooseFile label={words.outages} onFile={onOutages} describedBy={`${id}-outages`} />
            <p id={`${id}-outages`} class="small muted">
              {outages === null ? words.outagesHelp : words.chosen(outages.name)}
            </p>
          </div>
        )}
      </div>
      <p id={`${id}-privacy`} class="privacy">
        {report.privacy}
      </p>
      <p class="small muted">{report.understood}</p>
      {canSample && (
        <div class="samples">
          <p>{words.sampleHelp}</p>
          <div class="actions">
            <button type="button" onClick={onSample}>
              {words.sample}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

interface OutagesProps {
  view: ViewContext;
  isDragging: boolean;
  onOutages(file: File): void;
  onSample(): void;
}

/** Shows the choice of an outage log alone, in the report. */
export function ChooseOutages({ view, isDragging, onOutages, onSample }: OutagesProps) {
  const words = dashboardMessagesFor(view.language);
  const report = reportMessagesFor(view.language).choose;
  const id = useId();
  return (
    <section class={isDragging ? "choose dragging" : "choose"} part="choose" aria-labelledby={id}>
      <h2 id={id}>{words.availability.choose}</h2>
      <p class="drop">
        <ChooseFile label={report.button} isPrimary onFile={onOutages} describedBy={`${id}-privacy`} />
        <span class="muted">{report.drop}</span>
      </p>
      <p id={`${id}-privacy`} class="privacy">
        {report.privacy}
      </p>
      <p class="small muted">{words.availability.understood}</p>
      <div class="samples">
        <p>{words.availability.sampleHelp}</p>
        <div class="actions">
          <button type="button" onClick={onSample}>
            {words.choose.sample}
          </button>
        </div>
      </div>
    </section>
  );
}

interface CasesProps {
  view: ViewContext;
  /** Name of the case log of the report; null without one. */
  cases: string | null;
  onUse(): void;
  onCases(file: File): void;
}

/** Offers to add the cases of the month to a page of outages alone. */
export function BesideCases({ view, cases, onUse, onCases }: CasesProps) {
  const words = dashboardMessagesFor(view.language).choose;
  const id = useId();
  return (
    <section class="choose no-print" aria-labelledby={id}>
      <h2 id={id}>{words.beside}</h2>
      <p id={`${id}-help`}>{words.besideHelp}</p>
      <div class="actions">
        {cases !== null && (
          <button type="button" class="primary" onClick={onUse}>
            {words.use(cases)}
          </button>
        )}
        <ChooseFile label={words.cases} isPrimary={cases === null} onFile={onCases} describedBy={`${id}-help`} />
      </div>
    </section>
  );
}

interface FileProps {
  label: string;
  describedBy: string;
  isPrimary?: boolean;
  onFile(file: File): void;
}

/** Shows a button that chooses a file. */
export function ChooseFile({ label, describedBy, isPrimary = false, onFile }: FileProps) {
  return (
    <label class={isPrimary ? "button primary" : "button"}>
      {label}
      <input
        type="file"
        accept={accepted}
        aria-describedby={describedBy}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be chosen again once it has changed.
          event.currentTarget.value = "";
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}

interface ControlsProps {
  view: ViewContext;
  months: readonly string[];
  month: string;
  onMonth(month: string): void;
  /** Context questions on which availability depends. */
  questions: readonly string[];
  context: Record<string, string>;
  onContext(context: Record<string, string>): void;
  onFiles(): void;
}

/** Shows the choice of month and offer and the actions, which are not printed. */
export function Controls({ view, months, month, onMonth, questions, context, onContext, onFiles }: ControlsProps) {
  const { description, messages, language } = view;
  const words = dashboardMessagesFor(language).controls;
  const { month: nameOf } = numbersIn(language);
  return (
    <div class="controls no-print">
      <div class="fields">
        <SelectField
          label={words.month}
          value={month}
          options={months.toReversed().map((each) => ({ id: each, name: nameOf(each) }))}
          onValue={onMonth}
        />
        <ContextFields
          view={view}
          questions={description.context?.filter(({ id }) => questions.includes(id)) ?? []}
          context={context}
          none={messages.result.notSaid}
          onContext={onContext}
        />
      </div>
      <div class="actions">
        <button type="button" class="primary" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" onClick={onFiles}>
          {words.files}
        </button>
      </div>
    </div>
  );
}
