/** The week of a calendar: typed day by day, and drawn. A pointer can draw hours as well; the fields do the same by keyboard. */

import { useRef, useState } from "preact/hooks";

import type { Interval } from "../../index.js";
import { readHours, weekdays, weeklyOf, writeHours } from "../../text/hours-words.js";
import { listOf, recordOf, useBuilder } from "./context.js";
import type { Json } from "../../text/policy-json.js";
import { Findings } from "./findings.js";

/** Returns the intervals of each weekday, Monday first: its own, else those of the range that includes it. */
export function daysOf(weekly: Record<string, Json>): Interval[][] {
  return weekdays.map((day, index) => {
    const own = weekly[day];
    if (own !== undefined) return listOf<Interval>(own) as Interval[];
    const range = Object.keys(weekly).find((key) => {
      const [first = -1, last = -1] = key.split("-", 2).map((name) => (weekdays as readonly string[]).indexOf(name));
      return key.includes("-") && first >= 0 && last >= 0 && (index + 7 - first) % 7 <= (last + 7 - first) % 7;
    });
    return range === undefined ? [] : (listOf<Interval>(weekly[range]) as Interval[]);
  });
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = String(time).split(":").map(Number);
  return hours * 60 + minutes;
};

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Minutes to which a drawn time snaps. */
const step = 30;

/** Shows the week of a calendar. */
export function Week({ at, value }: { at: string; value: Json | undefined }) {
  const { editor, m } = useBuilder();
  const days = daysOf(recordOf(value));
  const set = (next: readonly (readonly Interval[])[]) => editor.set(at, weeklyOf(next) as unknown as Json);
  const setDay = (day: number, hours: Interval[]) => set(days.map((each, index) => (index === day ? hours : each)));
  return (
    <fieldset class="week" data-at={at}>
      <legend>{m.hours.week}</legend>
      <p class="hint">{m.hours.weekHint}</p>
      <div class="hour-marks" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      {weekdays.map((day, index) => (
        <Day
          key={day}
          name={m.hours.days[index] ?? day}
          hours={days[index] ?? []}
          before={days[(index + 6) % 7] ?? []}
          onHours={(hours) => setDay(index, hours)}
        />
      ))}
      <div class="actions">
        <button type="button" onClick={() => set(days.map((each, index) => (index < 5 ? (days[0] ?? []) : each)))}>
          {m.hours.copyMonday}
        </button>
      </div>
      <Findings at={at} reach="below" />
    </fieldset>
  );
}

interface DayProps {
  name: string;
  hours: readonly Interval[];
  /** Hours of the day before, of which some may run past midnight. */
  before: readonly Interval[];
  onHours(hours: Interval[]): void;
}

function Day({ name, hours, before, onHours }: DayProps) {
  const { m } = useBuilder();
  const [typed, setTyped] = useState<string | null>(null);
  const isUnreadable = typed !== null && readHours(typed) === null;
  const id = `hours-${name}`;
  return (
    <div class="day">
      <label for={id}>{name}</label>
      <Bar hours={hours} before={before} onHours={onHours} />
      <input
        id={id}
        type="text"
        value={typed ?? writeHours(hours)}
        placeholder={m.hours.closed}
        autocomplete="off"
        aria-invalid={isUnreadable || undefined}
        aria-describedby={isUnreadable ? `${id}-fault` : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          const read = readHours(event.currentTarget.value);
          if (read !== null) onHours(read);
        }}
        onBlur={() => !isUnreadable && setTyped(null)}
      />
      {isUnreadable && (
        <p class="fault" id={`${id}-fault`}>
          {m.hours.unreadable}
        </p>
      )}
    </div>
  );
}

/** Draws the hours of a day on a bar of 24 hours. Dragging over closed hours opens them, over open ones closes them. */
function Bar({ hours, before, onHours }: Pick<DayProps, "hours" | "before" | "onHours">) {
  const bar = useRef<SVGSVGElement>(null);
  const [drawn, setDrawn] = useState<{ from: number; to: number; opens: boolean } | null>(null);
  // Hours that run past midnight are typed; drawing leaves them as they are.
  const nights = hours.filter(([opens, closes]) => minutesOf(closes) <= minutesOf(opens));
  const open = openMinutes(hours.filter((each) => !nights.includes(each)));
  const minuteAt = (x: number): number => {
    const box = bar.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return 0;
    return Math.min(1_440, Math.max(0, Math.round((((x - box.left) / box.width) * 1_440) / step) * step));
  };
  const spill = before.flatMap(([opens, closes]) =>
    minutesOf(closes) < minutesOf(opens) && minutesOf(closes) > 0 ? [minutesOf(closes)] : [],
  );
  const [from, to] = drawn === null ? [0, 0] : [Math.min(drawn.from, drawn.to), Math.max(drawn.from, drawn.to)];
  return (
    <svg
      ref={bar}
      class="drawing"
      viewBox="0 0 1440 24"
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const minute = minuteAt(event.clientX);
        setDrawn({ from: minute, to: minute, opens: !open.some(([first, last]) => minute >= first && minute < last) });
      }}
      onPointerMove={(event) => drawn !== null && setDrawn({ ...drawn, to: minuteAt(event.clientX) })}
      onPointerUp={() => {
        if (drawn !== null && from < to)
          onHours([...(drawn.opens ? opened(open, from, to) : closed(open, from, to)), ...nights]);
        setDrawn(null);
      }}
      onPointerCancel={() => setDrawn(null)}
    >
      <rect class="ground" width="1440" height="24" />
      {[6, 12, 18].map((hour) => (
        <path key={hour} class="tick" d={`M${hour * 60} 0v24`} />
      ))}
      {spill.map((closes) => (
        <rect key={closes} class="spill" width={closes} height="24" />
      ))}
      {openMinutes(hours).map(([first, last]) => (
        <rect key={first} class="open" x={first} width={last - first} height="24" />
      ))}
      {drawn !== null && from < to && <rect class="drawn" x={from} width={to - from} height="24" />}
    </svg>
  );
}

/** Returns the open minutes of a day up to midnight. */
const openMinutes = (hours: readonly Interval[]): [number, number][] =>
  hours.map(([opens, closes]) => {
    const [from, to] = [minutesOf(opens), minutesOf(closes)];
    return [from, to <= from ? 1_440 : to];
  });

function opened(open: readonly [number, number][], from: number, to: number): Interval[] {
  const apart = open.filter(([first, last]) => last < from || first > to);
  const touching = open.filter(([first, last]) => last >= from && first <= to);
  const joined: [number, number] = [
    Math.min(from, ...touching.map(([first]) => first)),
    Math.max(to, ...touching.map(([, last]) => last)),
  ];
  return intervalsOf([...apart, joined]);
}

const closed = (open: readonly [number, number][], from: number, to: number): Interval[] =>
  intervalsOf(
    open.flatMap(([first, last]): [number, number][] => [
      [first, Math.min(last, from)],
      [Math.max(first, to), last],
    ]),
  );

const intervalsOf = (minutes: readonly [number, number][]): Interval[] =>
  minutes
    .filter(([from, to]) => from < to)
    .sort(([one], [other]) => one - other)
    .map(([from, to]): Interval => [timeOf(from), timeOf(to)]);
