/** How to reach the support desk: the channels of a policy with their addresses and their hours. */

import type { Channel } from "../document.js";
import { calendarName } from "../text/targets.js";
import type { Block, Run, Subject } from "./blocks.js";

/** Returns every channel with its address, its hours and its clause; empty if the policy has none. */
export function contacts(subject: Subject): Block[] {
  const { description, say } = subject;
  const entries = (description.channels ?? []).map((channel) => {
    const { name, calendar, clause } = channel;
    const facts: Run[] = [...addressOf(channel), ...(calendar === undefined ? [] : [calendarName(subject, calendar)])];
    return {
      term: [say(name)],
      text: [
        ...facts.flatMap((run, at): Run[] => (at === 0 ? [run] : [", ", run])),
        ...(clause === undefined ? [] : [facts.length === 0 ? "" : " ", { clause }]),
      ],
    };
  });
  return entries.length === 0 ? [] : [{ kind: "entries", name: "contacts", entries }];
}

/** Returns the link of a channel, with the number or the address as its text. */
function addressOf({ href }: Channel): Run[] {
  if (href === undefined) return [];
  const bare = href.replace(/^(?:tel:|mailto:|https:\/\/)/i, "");
  return [{ link: href, text: /^tel:/i.test(href) ? phoneText(bare) : bare.replace(/\/$/, "") }];
}

/** Returns a number of North America in groups, joined by no-break spaces; any other number unchanged. */
const phoneText = (number: string): string => number.replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, "$1\u00a0$2\u00a0$3-$4");
