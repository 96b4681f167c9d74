import { scaleLinear } from "d3-scale";
import { EmptyFigure, Figure, hatched, type ChartProps, useMarks, useWidth } from "../../charts/figure.js";
import { Bar, PeriodTick, round } from "../../charts/axes.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import { minutesCell, type Table } from "../shared/spreadsheet.js";
import { firstOf } from "../../text/periods.js";
import type { MonthAvailability } from "../../index.js";
import { chartsMessagesFor } from "../../messages/charts/index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";

interface Props extends ChartProps {
  months: readonly MonthAvailability[];
}

const margin = { top: 20, right: 8, left: 8 };
const tall = 80;
const axis = 38;
const height = margin.top + tall + axis;

/** Downtime month by month. */
export function DowntimeChart({ view, months, title, note, children }: Props) {
  const { availability: words, availabilityOf } = dashboardMessagesFor(view.language);
  const charts = chartsMessagesFor(view.language);
  const { month: nameOf } = numbersIn(view.language);
  const { duration } = view.format;
  const [ref, width] = useWidth();
  const { mark, marked } = useMarks({ count: months.length });
  const heading = title ?? words.chart;
  const [downtime, seconds] = [
    months.reduce((sum, each) => sum + each.lostSeconds, 0),
    months.reduce((sum, each) => sum + each.seconds, 0),
  ];
  if (months.length === 0 || seconds === 0) return <EmptyFigure title={heading} text={charts.nothing} />;

  const worst = months.reduce((one, other) => (other.lostSeconds > one.lostSeconds ? other : one));
  const band = Math.min(96, (width - margin.left - margin.right) / months.length);
  const bar = Math.min(40, band * 0.6);
  const y = scaleLinear()
    .domain([0, Math.max(1, worst.lostSeconds)])
    .range([0, tall]);
  const base = margin.top + tall;
  const center = (at: number) => margin.left + (at + 0.5) * band;
  const names = months.map((each) =>
    each.lostSeconds === 0
      ? words.markLabelWithoutLog(nameOf(each.month))
      : words.markLabel(
          nameOf(each.month),
          availabilityOf(each.availability),
          duration(each.lostSeconds),
          each.outages,
        ),
  );
  const step = Math.ceil(44 / band);
  const summary = [
    words.total(months.length, availabilityOf(1 - downtime / seconds), duration(downtime)),
    ...(worst.lostSeconds > 0 && months.length > 1
      ? [words.worst(nameOf(worst.month), duration(worst.lostSeconds))]
      : []),
  ];
  return (
    <Figure
      view={view}
      note={note ?? null}
      title={heading}
      summary={summary}
      plot={{ ref, width, height }}
      names={names}
      marked={marked}
      picture={(chart) => (
        <>
          {months.map((each, at) => {
            const [x, size] = [center(at), y(each.lostSeconds)];
            return (
              <g key={each.month} class="mark-of-chart" {...mark(at, names[at] ?? "")}>
                <rect class="reach" x={round(x - band / 2)} y="0" width={round(band)} height={base} />
                <Bar
                  kind="missed"
                  left={x - bar / 2}
                  right={x + bar / 2}
                  top={base - size}
                  bottom={base}
                  fill={hatched(chart)}
                />
                {/* Without an axis, the tallest bar says what the others are measured by. */}
                {(band >= 40 || (each === worst && size > 0)) && (
                  <text class="value" x={round(x)} y={round(base - size) - 6} text-anchor="middle">
                    {short(each.lostSeconds)}
                  </text>
                )}
              </g>
            );
          })}
          <g aria-hidden="true">
            <path class="base" d={`M${margin.left} ${base}H${round(margin.left + band * months.length)}`} />
            {months.map(
              ({ month }, at) =>
                at % step === 0 && (
                  <PeriodTick
                    key={month}
                    x={center(at)}
                    base={base}
                    label={charts.periods.monthTick(firstOf(month))}
                    year={at === 0 || month.endsWith("-01") ? month.slice(0, 4) : null}
                  />
                ),
            )}
          </g>
        </>
      )}
      table={{
        columns: [
          words.columns.month,
          words.columns.availability,
          words.columns.downtime,
          words.columns.outages,
          words.columns.longest,
        ],
        rows: months.map((each) => [
          nameOf(each.month),
          availabilityOf(each.availability),
          duration(each.lostSeconds),
          charts.count(each.outages),
          duration(each.longestSeconds),
        ]),
      }}
    >
      {children}
    </Figure>
  );

  /** Writes minutes, or full hours from ten hours on, so that the text fits above a bar. */
  function short(lostSeconds: number): string {
    if (lostSeconds === 0) return charts.count(0);
    return lostSeconds < 36_000
      ? words.minutes(Math.max(1, Math.round(lostSeconds / 60)))
      : duration(Math.round(lostSeconds / 3_600) * 3_600);
  }
}

/** The figures of the downtime chart, for a spreadsheet. */
export function downtimeTable(view: ViewContext, months: readonly MonthAvailability[]): Table {
  const { columns, exported } = dashboardMessagesFor(view.language).availability;
  return {
    header: [columns.month, exported.availability, exported.downtime, columns.outages, exported.longest],
    rows: () =>
      months.map((each) => [
        each.month,
        // Never rounded up: a second without service is not 100 %.
        each.availability === null ? null : Math.floor(each.availability * 1e5) / 1e3,
        minutesCell(each.lostSeconds),
        each.outages,
        minutesCell(each.longestSeconds),
      ]),
  };
}
