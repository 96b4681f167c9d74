import { pick } from "../pick.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

export type { DashboardMessages } from "./messages.js";

export const dashboardMessagesFor = pick(frCA, en);
