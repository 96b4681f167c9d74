import { existsSync } from "node:fs";
import { lookForBrowser } from "../lib/browsers.mjs";
import { run } from "../lib/command.mjs";
import { Explained } from "../lib/terminal.mjs";

const needed = ["chromium", "chromedriver", "firefox", "webkit", "xvfb"];
const packages = ["chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"];

/** The browsers of the tests: Chromium, Firefox and WebKit, as Debian packages them. */
export const browsers = {
  name: "browsers",
  title: "Browsers for the tests",
  isDone: () => needed.every(lookForBrowser),
  async run(progress) {
    const mayInstall = existsSync("/etc/debian_version") && process.getuid?.() === 0;
    const command = `apt-get install --no-install-recommends ${packages.join(" ")}`;
    if (!mayInstall) {
      const missing = needed.filter((name) => !lookForBrowser(name)).join(", ");
      throw new Explained(`the tests need ${missing}: on Debian, run as root "${command}" (docs: CONTRIBUTING.md)`);
    }
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { progress, env });
    await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { progress, env });
  },
};
