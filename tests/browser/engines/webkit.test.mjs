import { essentials } from "./support/essentials.mjs";
import { openWebKit } from "./support/webkit.mjs";

essentials("WebKit", openWebKit);
