/** Whom to call: the number of the page, else that of the policy, else the one that the customer knows. */

import { useId, useState } from "preact/hooks";

import { type Advice, CaseSloError, type ContextQuestion, type PolicyDocument } from "../../index.js";
import { ownValue } from "../../text/lookup.js";
import { type CaseDetails, type DetailsChange, phoneNumber } from "./case-input.js";
import type { Phone, ViewContext } from "./element.js";
import { ContextFields } from "./fields.js";
import { phoneOfAddress, phoneOfText } from "./phone.js";

/** The parts of a case that decide whom to call, and the functions that change them. */
export interface CallContext {
  context: Record<string, string>;
  details: CaseDetails;
  now: number;
  onContext(context: Record<string, string>): void;
  onDetails(change: DetailsChange): void;
}

/** Returns the question whose answer says with whom the customer has the contract; undefined if the policy has none. */
export const sellerQuestion = ({ context = [] }: PolicyDocument): ContextQuestion | undefined =>
  context.find(({ options }) => options.some(({ standing }) => standing === "informational"));

/** Returns the first advice that names a phone; undefined if none does. */
export const phoneAdvice = ({ description }: ViewContext, advice: readonly Advice[]): Advice | undefined =>
  advice.find(({ channel }) => description.channels?.some(({ id, kind }) => id === channel && kind === "phone"));

/** Whether the visitor is asked who sold the service: a number of the page holds whoever sold it, any other depends on it. */
export function asksSeller({ description, phone }: ViewContext, context: Record<string, string>): boolean {
  const seller = sellerQuestion(description);
  return seller !== undefined && !phone?.isOfPage && !Object.hasOwn(context, seller.id);
}

/** Whether another company than that of the policy sold the service. */
export function isResold({ description }: ViewContext, context: Record<string, string>): boolean {
  const question = sellerQuestion(description);
  const answer = question && ownValue(context, question.id);
  return question?.options.find(({ id }) => id === answer)?.standing === "informational";
}

/**
 * Returns the number to call by the channel of an advice, or by the first channel with a phone. The number of the policy is not
 * the number of a company that resells the service.
 */
export function phoneFor(
  view: ViewContext,
  { context, details }: Pick<CallContext, "context" | "details">,
  channel?: string,
): Phone | null {
  if (view.phone?.isOfPage) return view.phone;
  const own = details.phone === undefined ? null : phoneOfText(details.phone);
  if (isResold(view, context)) return own;
  const named = view.description.channels?.find(({ id, kind }) => id === channel && kind === "phone");
  return phoneOfAddress(named?.href) ?? view.phone ?? own;
}

interface ButtonProps {
  view: ViewContext;
  phone: Phone;
  /** Whether another button is the one to press first. */
  isSecond?: boolean;
}

/** Shows the button that calls a number. The number breaks only where a line is too short for all of it. */
export function CallButton({ view: { messages }, phone: { href, text }, isSecond = false }: ButtonProps) {
  const [before, after] = messages.result.call(text).split(text);
  return (
    <a class={isSecond ? "button call" : "button primary call"} href={href}>
      <span>
        {before}
        <span class="whole">{text}</span>
        {after}
      </span>
    </a>
  );
}

interface CallProps extends CallContext {
  view: ViewContext;
  channel: string;
  /** Whether another button is the one to press first. */
  isSecond?: boolean;
}

/** Shows the number to call with the hours in which somebody answers, or asks for it. */
export function Call({ view, channel, isSecond = false, ...input }: CallProps) {
  const { description, messages, say } = view;
  const { context, details, onContext, onDetails } = input;
  const phone = phoneFor(view, input, channel);
  const seller = sellerQuestion(description);
  const isAsked = asksSeller(view, context);
  const hours = description.channels?.find(({ id }) => id === channel)?.calendar;
  const opening = hours === undefined ? undefined : openingOf(view, hours, input.now);
  return (
    <div class="whom">
      {seller !== undefined && isAsked && (
        <div class="seller no-print">
          <ContextFields
            view={view}
            questions={[seller]}
            context={context}
            none={messages.result.notSaid}
            onContext={onContext}
          />
        </div>
      )}
      {phone === null ? (
        !isAsked && (
          <NumberField
            view={view}
            isResold={isResold(view, context)}
            onPhone={(number) => onDetails({ phone: number })}
          />
        )
      ) : (
        <p class="number">
          <CallButton view={view} phone={phone} isSecond={isSecond} />{" "}
          {phone.text === details.phone && (
            <span class="small muted no-print">
              {messages.call.fromLink}{" "}
              <button type="button" class="link target" onClick={() => onDetails({ phone: undefined })}>
                {messages.call.change}
              </button>
            </span>
          )}
        </p>
      )}
      {opening !== undefined && (
        <p class="small muted no-print">
          {opening === null
            ? messages.call.openNow
            : messages.call.opens(
                view.format.isSameDay(opening, input.now)
                  ? view.format.timeWithZone(opening)
                  : view.format.dateTimeWithZone(opening),
              )}{" "}
          <span class="hidden">{say(description.channels?.find(({ id }) => id === channel)?.name)}</span>
        </p>
      )}
    </div>
  );
}

/** Returns the next opening of a calendar; null if it is open, undefined if that cannot be told. */
function openingOf({ policy }: ViewContext, calendar: string, now: number): string | null | undefined {
  try {
    // No time at all: due at once in business hours, else at the next opening.
    const opening = policy.deadline(calendar, now, 0);
    return Date.parse(opening) <= now ? null : opening;
  } catch (error) {
    // The calendar depends on answers, or never opens again.
    if (error instanceof CaseSloError) return undefined;
    throw error;
  }
}

interface NumberProps {
  view: ViewContext;
  isResold: boolean;
  onPhone(number: string): void;
}

/** Asks once for the number of the support desk. The link of the case keeps it. */
function NumberField({ view, isResold, onPhone }: NumberProps) {
  const words = view.messages.call;
  const id = useId();
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const use = () => {
    const number = phoneNumber(text.trim());
    if (number === undefined) setRefused(true);
    else onPhone(number);
  };
  return (
    <form class="field no-print" noValidate onSubmit={(event) => event.preventDefault()}>
      <label for={id}>{isResold ? words.numberOfReseller : words.number}</label>
      <div class="row">
        <input
          id={id}
          type="tel"
          autocomplete="off"
          value={text}
          aria-invalid={refused}
          aria-describedby={`${id}-help`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" onClick={use}>
          {words.use}
        </button>
      </div>
      <p id={`${id}-help`} class="small muted" role="status">
        {refused ? words.refused : words.help}
      </p>
    </form>
  );
}
