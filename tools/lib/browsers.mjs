// The browsers for the tests: their programs and flags.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Explained } from "./terminal.mjs";

/** Flags that keep Chromium quiet and let it run as root in a container. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Each program by the environment variable that names it, with its usual names. */
const programs = {
  chromium: {
    variable: "CHROMIUM",
    names: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    elsewhere: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
  },
  headless: { variable: "CHROMIUM_HEADLESS_SHELL", names: ["chromium-headless-shell"], elsewhere: [] },
  chromedriver: { variable: "CHROMEDRIVER", names: ["chromedriver"], elsewhere: [] },
  firefox: {
    variable: "FIREFOX",
    names: ["firefox-esr", "firefox"],
    elsewhere: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
  },
  webkit: { variable: "WEBKIT_DRIVER", names: ["WebKitWebDriver"], elsewhere: [] },
  xvfb: { variable: "XVFB_RUN", names: ["xvfb-run"], elsewhere: [] },
};

/** The path of a program, or undefined. @param {keyof typeof programs} program */
export function lookForBrowser(program) {
  const { variable, names, elsewhere } = programs[program];
  if (process.env[variable]) return process.env[variable];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...candidates, ...elsewhere].find((path) => existsSync(path));
}

/** The path of a program. @param {keyof typeof programs} program */
export function findBrowser(program) {
  const found = lookForBrowser(program);
  if (!found)
    throw new Explained(`${programs[program].names[0]} is not installed (${programs[program].variable} may name it)`);
  return found;
}

/**
 * How Playwright launches Chromium for tests: as the program without windows where there is one. Each tab of the whole browser
 * brings a window with panels and menus of its own, which took more than half of the time of the tests.
 */
export const chromiumLaunch = () => ({
  executablePath: lookForBrowser("headless") ?? findBrowser("chromium"),
  chromiumSandbox: false,
  args: chromiumFlags,
});
