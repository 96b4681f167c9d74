/** Goals: the share of cases that is to meet the objective, and how many misses are left. */

import type { GoalResult, Group, PolicyDocument, ReportResult } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { numbersIn } from "../../text/numbers.js";
import type { ViewContext } from "../shared/element.js";
import type { Settings } from "./settings.js";

/** Returns the percentage of the goals of a policy; null if they have none, or several. */
export function goalOf({ goals = {} }: PolicyDocument): number | null {
  const percentages = new Set(Object.values(goals).map(({ percent }) => percent ?? null));
  const [only = null] = percentages;
  return percentages.size === 1 ? only : null;
}

/** Returns how many more misses a goal allows; negative if there are too many. Open cases may still be met. */
export const missesLeft = ({ met, missed, running }: Group, percent: number): number =>
  Math.floor(((met + missed + running) * (100 - percent)) / 100 + 1e-9) - missed;

/** Says whether the goal is reached, and how many misses are left. */
export function GoalSentence({ view, all, goal }: { view: ViewContext; all: Group; goal: number }) {
  const words = reportMessagesFor(view.language).goals;
  const { count, percentage } = numbersIn(view.language);
  const left = missesLeft(all, goal);
  return (
    <p class={left < 0 ? "goal missed" : "goal"}>
      {left < 0 ? words.lost(percentage(goal), count(-left), -left) : words.left(percentage(goal), count(left), left)}
    </p>
  );
}

interface Props {
  view: ViewContext;
  result: ReportResult;
  settings: Settings;
}

/** Shows the goals of the policy, period by period. */
export function Goals({ view, result, settings }: Props) {
  const words = reportMessagesFor(view.language).goals;
  const { count, share } = numbersIn(view.language);
  const { goals = [] } = result;
  if (goals.length === 0) return null;
  const state = ({ reached }: GoalResult) => (reached === null ? words.open : reached ? words.reached : words.missed);
  return (
    <section part="goals">
      <h2>{words.heading}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.heading}>
        <table class="goals">
          <thead>
            <tr>
              <th scope="col">{words.period}</th>
              {[words.cases, words.misses, words.attainment].map((name) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
              <th scope="col">{words.state}</th>
              <th scope="col" class="number">
                {words.missesLeft}
              </th>
            </tr>
          </thead>
          <tbody>
            {goals.map((each) => (
              <tr key={`${each.goal} ${each.from}`}>
                <th scope="row">
                  {nameOf(view, each, settings.zone)}
                  {new Set(goals.map(({ goal }) => goal)).size > 1 && <span class="secondary">{each.goal}</span>}
                </th>
                <td class="number">{count(each.cases)}</td>
                <td class="number">{count(each.misses)}</td>
                <td class="number">{each.attainment === null ? "–" : share(each.attainment)}</td>
                <td class={each.reached === false ? "missed" : undefined}>{state(each)}</td>
                <td class="number">{each.missesLeft === null ? "–" : count(each.missesLeft)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Returns the name of a period: a month, a quarter, or its first and last day. */
function nameOf({ language }: ViewContext, { from, until }: GoalResult, zone: string): string {
  const day = (at: number) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
  return numbersIn(language).period({ from: day(Date.parse(from)), to: day(Date.parse(until) - 1) });
}
