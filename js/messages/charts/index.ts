import { pick } from "../pick.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

export type { ChartsMessages, Counts, WeekName } from "./messages.js";

export const chartsMessagesFor = pick(frCA, en);
