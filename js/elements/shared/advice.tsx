import type { Advice } from "../../index.js";
import { Cite, Linked } from "./policy-text.js";
import type { ViewContext } from "./element.js";

interface Props {
  view: ViewContext;
  advice: readonly Advice[];
  kind: Advice["kind"];
  heading: string;
  /** Whether the advice is a numbered list. */
  ordered?: boolean;
  /** Level of the heading; default: 3, below a heading of the element. */
  level?: 2 | 3;
}

/** Shows the advice of one kind under its heading; nothing if there is none. */
export function AdviceList({ view, advice, kind, heading, ordered, level = 3 }: Props) {
  const found = advice.filter((each) => each.kind === kind);
  if (found.length === 0) return null;
  const List = ordered ? "ol" : "ul";
  const Heading = `h${level}` as const;
  return (
    <section class={`advice advice-${kind}`} part={`advice ${kind}`}>
      <Heading class="heading">{heading}</Heading>
      <List>
        {found.map((each) => (
          <li key={each.id}>
            <Linked text={view.say(each.text)} />
            <Cite view={view} clause={each.clause} />
            <Channel view={view} channel={each.channel} />
          </li>
        ))}
      </List>
    </section>
  );
}

/** Shows a link to the channel that the advice names. */
function Channel({ view, channel }: { view: ViewContext; channel: string | undefined }) {
  const found = view.description.channels?.find(({ id }) => id === channel);
  if (found === undefined) return null;
  if (found.kind === "phone") {
    if (view.phone === null) return null;
    return (
      <a class="button primary call" href={view.phone.href}>
        {view.messages.result.call(view.phone.text)}
      </a>
    );
  }
  if (found.href === undefined) return null;
  return (
    <>
      {" "}
      <a href={found.href}>{view.say(found.name)}</a>
    </>
  );
}
