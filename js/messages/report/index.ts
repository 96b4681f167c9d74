import { pick } from "../pick.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

export type { ReportMessages } from "./messages.js";

export const reportMessagesFor = pick(frCA, en);
