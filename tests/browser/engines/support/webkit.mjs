// WebKit, through the driver that comes with WebKitGTK.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "../../../../tools/lib/browsers.mjs";

const patience = 60_000;

/** The WebDriver names of the keys that the tests press. */
const keys = { Space: " ", Enter: "\ue007", Tab: "\ue004", Escape: "\ue00c" };

/** Opens WebKit's MiniBrowser. @returns {Promise<import("./essentials.mjs").Browser>} */
export async function openWebKit() {
  const port = await freePort();
  // The driver starts processes of its own: as a group they can be ended together.
  const driver = spawn(findBrowser("xvfb"), ["-a", findBrowser("webkit"), `--port=${port}`], {
    detached: true,
    stdio: "ignore",
  });
  const end = () => {
    try {
      process.kill(-driver.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    await answers(() => ask("GET", "/status"));
    const binary = miniBrowser();
    const { sessionId } = await ask("POST", "/session", {
      capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } } },
    });
    const session = `/session/${sessionId}`;
    return {
      open: (url) => ask("POST", `${session}/url`, { url }),
      evaluate: (script) => ask("POST", `${session}/execute/sync`, { script: `return (${script})`, args: [] }),
      press: async (key) => {
        const actions = ["keyDown", "keyUp"].map((type) => ({ type, value: keys[key] }));
        await ask("POST", `${session}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
      },
      close: async () => {
        await ask("DELETE", session).catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** Waits until the driver listens. */
async function answers(ask) {
  for (const from = Date.now(); ; ) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() - from > patience) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The browser stands in a folder of its own, under the name of the machine's architecture. */
function miniBrowser() {
  const found = readdirSync("/usr/lib")
    .flatMap((folder) =>
      ["4.1", "4.0", "6.0"].map((version) => join("/usr/lib", folder, `webkit2gtk-${version}`, "MiniBrowser")),
    )
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error("WebKitGTK's MiniBrowser is not installed");
  return found;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
