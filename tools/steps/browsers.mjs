import { existsSync } from "node:fs";
import { lookForBrowser } from "../lib/browsers.mjs";
import { run } from "../lib/command.mjs";
import { Explained } from "../lib/terminal.mjs";

const needed = ["chromium", "chromedriver", "firefox", "webkit", "xvfb"];
const packages = [
  ...["chromium", "chromium-headless-shell", "chromium-driver"],
  ...["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"],
];

const mayInstall = () => existsSync("/etc/debian_version") && process.getuid?.() === 0;
const missing = () => needed.filter((name) => !lookForBrowser(name));

/** The browsers of the tests: Chromium, Firefox and WebKit, as Debian packages them. */
export const browsers = {
  name: "browsers",
  title: "Browsers for the tests",
  isDone: () => missing().length === 0 && (lookForBrowser("headless") !== undefined || !mayInstall()),
  async run(progress) {
    if (!mayInstall()) {
      const command = `apt-get install --no-install-recommends ${packages.join(" ")}`;
      throw new Explained(
        `the tests need ${missing().join(", ")}: on Debian, run as root "${command}" (docs: CONTRIBUTING.md)`,
      );
    }
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    try {
      await run("apt-get", ["update"], { progress, env });
      await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { progress, env });
    } catch (error) {
      if (missing().length > 0) throw error;
      return "without chromium-headless-shell: the tests take twice the time";
    }
  },
};
