import { isDay } from "./chips.js";
import { channelName, severityName, tierName, type Comparison } from "./comparison.js";
import { overallGroup } from "./outcome.js";
import type { Filter } from "./settings.js";
import { monthsFrom, periodBefore, quartersOf, type Period } from "../../text/periods.js";
import { SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import type { ReportResult } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface Props {
  view: ViewContext;
  /** Report on all cases of the file, whose values can be chosen. */
  whole: ReportResult;
  filter: Filter;
  comparison: Comparison;
  /** Name of the other policy; null if there is none yet. */
  other: string | null;
  /** The goal in percent; null without one. */
  goal: number | null;
  onFilter(filter: Filter): void;
  onGoal(goal: number | null): void;
  onComparison(comparison: Comparison): void;
  onOther(file: File): void;
}

/** Shows the filter and the comparison. */
export function Filters({
  view,
  whole,
  filter,
  comparison,
  other,
  goal,
  onFilter,
  onGoal,
  onComparison,
  onOther,
}: Props) {
  const words = reportMessagesFor(view.language).filters;
  const { groups, channels } = whole;
  // Without cases there is nothing to choose or to compare.
  if ((overallGroup(whole)?.cases ?? 0) === 0) return null;
  const seen = (key: "tier" | "severity") => {
    const order = (key === "tier" ? view.description.tiers : view.description.severities) ?? [];
    const ids = new Set(groups.map((group) => group[key]));
    return order.flatMap(({ id }) => (ids.has(id) ? [id] : []));
  };
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  return (
    <section class="filters no-print" part="filters" aria-labelledby="filters">
      <h2 id="filters">{words.heading}</h2>
      <div class="fields">
        <MultipleChoice
          view={view}
          label={words.tier}
          all={words.allTiers}
          chosen={filter.tiers}
          onChosen={(tiers) => set({ tiers })}
          options={seen("tier").map((id) => ({ id, name: tierName(view, id) }))}
        />
        <MultipleChoice
          view={view}
          label={words.severity}
          all={words.allSeverities}
          chosen={filter.severities}
          onChosen={(severities) => set({ severities })}
          options={seen("severity").map((id) => ({ id, name: severityName(view, id) }))}
        />
        {channels.length > 0 && (
          <MultipleChoice
            view={view}
            label={words.channel}
            all={words.allChannels}
            chosen={filter.channels}
            onChosen={(channels) => set({ channels })}
            options={channels.flatMap(({ channel }) =>
              channel === null ? [] : [{ id: channel, name: channelName(view, channel) }],
            )}
          />
        )}
        <PeriodChoice
          view={view}
          whole={whole}
          filter={filter}
          onPeriod={(period) => onFilter({ ...filter, ...period })}
        />
        <div class="field">
          <label for="goal">{words.goal}</label>
          <input
            id="goal"
            type="number"
            min="0"
            max="100"
            step="any"
            inputMode="decimal"
            value={goal ?? ""}
            onChange={(event) => {
              const { value, valueAsNumber } = event.currentTarget;
              if (value === "") onGoal(null);
              else if (valueAsNumber > 0 && valueAsNumber <= 100) onGoal(valueAsNumber);
            }}
          />
        </div>
        <Comparisons view={view} filter={filter} comparison={comparison} other={other} onComparison={onComparison} />
      </div>
      <div class="actions">
        <label class="button">
          {other === null ? words.otherPolicy : words.anotherPolicy}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = "";
              if (file !== undefined) onOther(file);
            }}
          />
        </label>
      </div>
    </section>
  );
}

interface PeriodProps {
  view: ViewContext;
  whole: ReportResult;
  filter: Filter;
  onPeriod(period: { from: string | null; to: string | null }): void;
}

/** Shows the choice of the period: the whole file, a quarter, a month, or days. */
function PeriodChoice({ view, whole, filter, onPeriod }: PeriodProps) {
  const words = reportMessagesFor(view.language).filters;
  const { month, quarter } = numbersIn(view.language);
  const [isOpen, setOpen] = useState(false);
  const months = [...new Set(whole.months.map((each) => each.month))].toSorted();
  const periods = [
    ...quartersOf(months).map((first) => ({ name: quarter(first), ...monthsFrom(first, 3) })),
    ...months.map((each) => ({ name: month(each), ...monthsFrom(each) })),
  ];
  const keyOf = ({ from, to }: Period) => `${from} ${to}`;
  const { from, to } = filter;
  const chosen =
    from === null && to === null ? "" : (periods.find((period) => period.from === from && period.to === to) ?? null);
  const value = isOpen || chosen === null ? "days" : chosen === "" ? "" : keyOf(chosen);
  const [first, last] = [months[0], months.at(-1)];
  return (
    <>
      <div class="field">
        <label for="filter-period">{words.period}</label>
        <select
          id="filter-period"
          value={value}
          onChange={(event) => {
            const period = periods.find((each) => keyOf(each) === event.currentTarget.value);
            setOpen(event.currentTarget.value === "days");
            if (period !== undefined) onPeriod({ from: period.from, to: period.to });
            else if (event.currentTarget.value === "") onPeriod({ from: null, to: null });
            else if (first !== undefined && last !== undefined)
              onPeriod({ from: from ?? `${first}-01`, to: to ?? monthsFrom(last).to });
          }}
        >
          <option value="">{words.wholeFile}</option>
          {periods.map((period) => (
            <option key={keyOf(period)} value={keyOf(period)}>
              {period.name}
            </option>
          ))}
          <option value="days">{words.days}</option>
        </select>
      </div>
      {value === "days" && from !== null && to !== null && (
        <>
          <div class="field">
            <label for="filter-from">{words.from}</label>
            <input
              id="filter-from"
              type="date"
              value={from}
              max={to}
              onChange={(event) =>
                isDay(event.currentTarget.value) && onPeriod({ from: event.currentTarget.value, to })
              }
            />
          </div>
          <div class="field">
            <label for="filter-to">{words.to}</label>
            <input
              id="filter-to"
              type="date"
              value={to}
              min={from}
              onChange={(event) =>
                isDay(event.currentTarget.value) && onPeriod({ from, to: event.currentTarget.value })
              }
            />
          </div>
        </>
      )}
    </>
  );
}

type ComparisonsProps = Pick<Props, "view" | "filter" | "comparison" | "other" | "onComparison">;

function Comparisons({ view, filter, comparison, other, onComparison }: ComparisonsProps) {
  const { language, description } = view;
  const words = reportMessagesFor(language);
  const { period } = numbersIn(language);
  const { from, to } = filter;
  const tiers = (description.tiers ?? []).length > 1 ? (description.tiers ?? []) : [];
  const options: { key: string; name: string; comparison: Comparison }[] = [
    ...tiers.map(({ id }) => ({
      key: `tier ${id}`,
      name: words.comparison.asTier(tierName(view, id)),
      comparison: { kind: "tier" as const, tier: id },
    })),
    ...(other === null
      ? []
      : [{ key: "policy", name: words.comparison.underPolicy(other), comparison: { kind: "policy" as const } }]),
    ...(from === null || to === null
      ? []
      : [
          {
            key: "before",
            name: words.comparison.before(period(periodBefore({ from, to }))),
            comparison: { kind: "before" as const },
          },
        ]),
  ];
  const value =
    comparison.kind === "tier" ? `tier ${comparison.tier}` : comparison.kind === "none" ? "" : comparison.kind;
  return (
    <SelectField
      id="comparison"
      label={words.filters.comparison}
      value={value}
      options={options.map(({ key, name }) => ({ id: key, name: name }))}
      none={words.filters.nothing}
      onValue={(value) => onComparison(options.find(({ key }) => key === value)?.comparison ?? { kind: "none" })}
    />
  );
}

interface MultipleChoiceProps {
  view: ViewContext;
  label: string;
  /** Label of the button if nothing is chosen, which means all. */
  all: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChosen(chosen: string[]): void;
}

/** Most names in the label of the button; above this, the label shows two and the number of the others. */
const mostNames = 3;

/** Shows a choice of several options, or all: a button with the chosen names that opens a group of check boxes. */
export function MultipleChoice({ view, label, all, options, chosen, onChosen }: MultipleChoiceProps) {
  const words = reportMessagesFor(view.language).filters;
  const { count } = numbersIn(view.language);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // Names follow the order of the options, not that of the choice.
  const names = options.flatMap((option) => (chosen.includes(option.id) ? [option.name] : []));
  const summary =
    names.length === 0
      ? all
      : names.length > mostNames
        ? words.andMore(names.slice(0, 2), count(names.length - 2))
        : names.join(", ");
  useEffect(() => {
    if (!isOpen) return undefined;
    const outside = (event: Event) => {
      if (box.current !== null && !event.composedPath().includes(box.current)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const chooseAll = () => {
    onChosen([]);
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it handles keys of the controls inside, and is not a control itself.
    <div
      ref={box}
      class="field several"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        // A dialog around the element stays open.
        event.stopPropagation();
        close();
      }}
      onFocusOut={({ relatedTarget }) => {
        // Without a related target, the window has lost the focus, or the focus moved to something that takes none.
        if (relatedTarget instanceof Node && box.current?.contains(relatedTarget) === false) setOpen(false);
      }}
    >
      <span id={`${id}-label`} class="label">
        {label}
      </span>
      <button
        ref={button}
        type="button"
        id={`${id}-button`}
        aria-expanded={isOpen}
        aria-controls={`${id}-options`}
        aria-labelledby={`${id}-label ${id}-button`}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{summary}</span>
      </button>
      <div id={`${id}-options`} class="options" role="group" aria-labelledby={`${id}-label`} hidden={!isOpen}>
        {options.map((option) => (
          <label key={option.id}>
            <input
              type="checkbox"
              checked={chosen.includes(option.id)}
              onChange={({ currentTarget: { checked } }) =>
                onChosen(
                  options.flatMap((each) =>
                    (each.id === option.id ? checked : chosen.includes(each.id)) ? [each.id] : [],
                  ),
                )
              }
            />
            {option.name}
          </label>
        ))}
        {names.length > 0 && (
          <button type="button" class="link target" onClick={chooseAll}>
            {all}
          </button>
        )}
      </div>
    </div>
  );
}
