import type { Advice } from "../../index.js";
import { Cite, Linked } from "./policy-text.js";
import type { Scene } from "./element.js";

interface Props {
  scene: Scene;
  advice: readonly Advice[];
  kind: Advice["kind"];
  heading: string;
  /** Whether the advice is a numbered list. */
  ordered?: boolean;
  /** Level of the heading; below a heading of the element itself it is 3. */
  level?: 2 | 3;
}

/** The advice of one kind under its heading; nothing if there is none. */
export function AdviceList({ scene, advice, kind, heading, ordered, level = 3 }: Props) {
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
            <Linked text={scene.say(each.text)} />
            <Cite scene={scene} clause={each.clause} />
            <Means scene={scene} channel={each.channel} />
          </li>
        ))}
      </List>
    </section>
  );
}

/** A link to the channel that the advice names. */
function Means({ scene, channel }: { scene: Scene; channel: string | undefined }) {
  const found = scene.description.channels?.find(({ id }) => id === channel);
  if (found === undefined) return null;
  if (found.kind === "phone") {
    if (scene.phone === null) return null;
    return (
      <a class="button primary call" href={scene.phone.href}>
        {scene.messages.result.call(scene.phone.text)}
      </a>
    );
  }
  if (found.href === undefined) return null;
  return (
    <>
      {" "}
      <a href={found.href}>{scene.say(found.name)}</a>
    </>
  );
}
