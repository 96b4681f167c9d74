/** Table of contents: beside the text if there is room, otherwise above it. */

import type { PageContext } from "./context.js";

/** A part of a page: its anchor and its heading. */
export interface Part {
  id: string;
  heading: string;
}

export function Contents({ context, parts }: { context: PageContext; parts: Part[] }) {
  return (
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">{context.messages.site.contents}</h2>
      <ol>
        {parts.map(({ id, heading }) => (
          <li>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
