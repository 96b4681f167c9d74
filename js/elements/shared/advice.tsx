import type { Advice } from "../../index.js";
import { Call, CallButton, type CallContext, phoneAdvice, phoneFor } from "./call.js";
import { Cite, Linked } from "./policy-text.js";
import type { ViewContext } from "./element.js";
import { SectionHeading } from "./heading.js";

interface Props {
  view: ViewContext;
  advice: readonly Advice[];
  kind: Advice["kind"];
  heading: string;
  /** Whether the advice is a numbered list. */
  ordered?: boolean;
  /** Parts of the case that decide whom to call; without them, the number of the page or the policy is shown; false: none. */
  calls?: CallContext | false | undefined;
}

/** Shows the advice of one kind under its heading; nothing if there is none. */
export function AdviceList({ view, advice, kind, heading, ordered, calls }: Props) {
  const found = advice.filter((each) => each.kind === kind);
  if (found.length === 0) return null;
  const List = ordered ? "ol" : "ul";
  const first = phoneAdvice(view, found);
  return (
    <section class={`advice advice-${kind}`} part={`advice ${kind}`}>
      <SectionHeading class="heading">{heading}</SectionHeading>
      <List>
        {found.map((each) => (
          <li key={each.id}>
            <Linked text={view.say(each.text)} />
            <Cite view={view} clause={each.clause} />
            <Channel view={view} channel={each.channel} calls={calls && each !== first ? false : calls} />
          </li>
        ))}
      </List>
    </section>
  );
}

/** Shows a link to the channel that the advice names; for a phone, the number to call. */
function Channel({ view, channel, calls }: Pick<Props, "view" | "calls"> & { channel: string | undefined }) {
  const found = view.description.channels?.find(({ id }) => id === channel);
  if (found === undefined) return null;
  if (found.kind === "phone") {
    if (calls) return <Call view={view} channel={found.id} {...calls} />;
    const phone = calls === false ? null : phoneFor(view, { context: {}, details: {} }, found.id);
    return phone && <CallButton view={view} phone={phone} />;
  }
  if (found.href === undefined) return null;
  return (
    <>
      {" "}
      <a href={found.href}>{view.say(found.name)}</a>
    </>
  );
}
