/** Parts of the policy as `case-slo render` writes them. */

import type { Block } from "../../js/render/blocks.js";
import { Blocks } from "../../js/render/html.js";
import { type PartName, partOf } from "../../js/render/parts.js";
import type { PageContext } from "./context.js";

/** A part by its name, without its heading. */
export function Written({ context, part }: { context: PageContext; part: PartName }) {
  return <Blocks blocks={partOf(context.subject, part)} setting={context.setting} />;
}

/** Some blocks of a page's own choice. */
export function WrittenBlocks({ context, blocks }: { context: PageContext; blocks: readonly Block[] }) {
  return <Blocks blocks={blocks} setting={context.setting} />;
}
