/** What the page inside a frame is called, until its element says more. */

import type { FrameElement } from "../../frame/elements.js";

export type FrameMessages = Record<FrameElement, string>;
