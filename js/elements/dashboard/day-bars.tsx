import { Bar, round } from "../../charts/axes.js";
import {
  type ChartProps,
  Figure,
  hatched,
  LegendEntry,
  useLabelRoom,
  useMarks,
  useWidth,
} from "../../charts/figure.js";
import { chartsMessagesFor } from "../../messages/charts/index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import type { ViewContext } from "../shared/element.js";
import { minutesCell, type Table } from "../shared/spreadsheet.js";
import type { ServiceDays } from "./logs.js";
import { useId } from "preact/hooks";

interface Props extends ChartProps {
  services: readonly ServiceDays[];
}

/** Most services in the chart, because a printed page has no room for more. */
const most = 8;
const [bar, top, axis] = [18, 4, 24];

/** Room at the right for the number of a last day that is wider than its bar. */
const end = 6;

/** Shows a bar for each service and day of a month: full without an outage, hatched with one, hollow after the end of the log. */
export function DayBars({ view, services, title, note, children }: Props) {
  const { availability: words } = dashboardMessagesFor(view.language);
  const charts = chartsMessagesFor(view.language);
  const id = useId();
  const [ref, width] = useWidth();
  const shown = services
    .toSorted((one, other) => downtimeOf(other) - downtimeOf(one))
    .slice(0, most)
    .map(({ service, days }) => ({ name: service || words.noName, days }));
  const columns = shown[0]?.days.length ?? 0;
  const { mark, marked } = useMarks({ count: shown.length * columns, columns });
  const [labels] = useLabelRoom(ref, [48, 0]);
  // Names that would take half of a narrow picture stand above their bars.
  const isAbove = labels > width * 0.4;
  const left = isAbove ? 0 : labels;
  const [row, middle] = isAbove ? [46, 31] : [26, 13];
  const band = (width - left - end) / columns;
  const format = new Intl.DateTimeFormat(view.language, { timeZone: "UTC", day: "numeric", month: "long" });
  const dayOf = (day: string) => format.format(new Date(`${day}T00:00:00Z`)).replaceAll(" ", "\u00a0");
  const cells = shown.flatMap(({ name, days }) => days.map((day, at) => ({ name, day, at })));
  const names = cells.map(({ name, day }) => {
    if (day === null) return words.dayUnknown(name);
    if (day.lostSeconds === 0) return words.dayUp(name, dayOf(day.day));
    return words.dayDown(name, dayOf(day.day), view.format.duration(day.lostSeconds), day.outages);
  });
  const down = cells.filter(({ day }) => day !== null && day.lostSeconds > 0);
  const base = top + shown.length * row;
  return (
    <Figure
      view={view}
      note={note ?? null}
      title={title ?? words.days}
      summary={[words.daysSummary(down.length, new Set(down.map(({ name }) => name)).size)]}
      plot={{ ref, width, height: base + axis }}
      names={names}
      marked={marked}
      legend={
        <>
          <LegendEntry kind="met" id={`${id}-key`}>
            {words.dayKey.up}
          </LegendEntry>
          <LegendEntry kind="missed" id={`${id}-key`}>
            {words.dayKey.down}
          </LegendEntry>
        </>
      }
      picture={(chart) => (
        <>
          <g aria-hidden="true">
            {shown.map(({ name }, line) => (
              <text
                key={name}
                class="label row-name"
                x={isAbove ? 1 : left - 10}
                y={top + line * row + (isAbove ? 16 : middle + 4)}
                text-anchor={isAbove ? "start" : "end"}
              >
                {name}
              </text>
            ))}
            {Array.from({ length: columns }, (_, at) => at + 1)
              .filter((day) => day === 1 || day % 5 === 0)
              .map((day) => (
                <text key={day} class="tick" x={round(left + (day - 0.5) * band)} y={base + 16} text-anchor="middle">
                  {charts.count(day)}
                </text>
              ))}
          </g>
          {cells.map(({ day, at }, index) => {
            const line = Math.floor(index / columns);
            const edges = {
              left: left + at * band + 1,
              right: left + (at + 1) * band - 1,
              top: top + line * row + middle - bar / 2,
              bottom: top + line * row + middle + bar / 2,
            };
            return (
              <g key={index} class="mark-of-chart" {...mark(index, names[index] ?? "")}>
                <rect class="reach" x={round(left + at * band)} y={top + line * row} width={round(band)} height={row} />
                <Bar
                  kind={day === null ? "others" : day.lostSeconds === 0 ? "met" : "missed"}
                  {...edges}
                  {...(day !== null && day.lostSeconds > 0 ? { fill: hatched(chart) } : {})}
                />
              </g>
            );
          })}
        </>
      )}
      table={{
        columns: [words.columns.service, words.columns.day, words.columns.downtime, words.columns.outages],
        rows: down.flatMap(({ name, day }) =>
          day === null
            ? []
            : [[name, dayOf(day.day), view.format.duration(day.lostSeconds), charts.count(day.outages)]],
        ),
      }}
    >
      {children}
    </Figure>
  );
}

/** The downtime of every service on every known day, for a spreadsheet. */
export function daysTable(view: ViewContext, services: readonly ServiceDays[]): Table {
  const { columns, exported, noName } = dashboardMessagesFor(view.language).availability;
  return {
    header: [columns.service, columns.day, exported.downtime, columns.outages],
    rows: () =>
      services.flatMap(({ service, days }) =>
        days.flatMap((day) =>
          day === null ? [] : [[service || noName, day.day, minutesCell(day.lostSeconds), day.outages]],
        ),
      ),
  };
}

const downtimeOf = ({ days }: ServiceDays): number => days.reduce((sum, day) => sum + (day?.lostSeconds ?? 0), 0);
