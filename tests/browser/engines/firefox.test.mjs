import { essentials } from "./support/essentials.mjs";
import { openFirefox } from "./support/firefox.mjs";

essentials("Firefox", openFirefox);
