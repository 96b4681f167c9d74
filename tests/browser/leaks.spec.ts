/** A page that adds and removes elements keeps no memory of them. */

import type { CDPSession, Page } from "@playwright/test";
import { elementNames, tagOf } from "./support/elements.mjs";
import { openStage, shown } from "./support/stage.js";
import { expect, test } from "./support/site.js";

/** Of an element with thousands of nodes fewer are enough: each that stayed would be seen at once. */
const large = ["slo-deliverables", "slo-intake", "slo-tiers"];
const mountsOf = (name: string): number => (large.includes(name) ? 300 : 1_000);
/** So many stand on the page at once. */
const batch = 20;
/** Mounts before the first measurement, which fill caches of the page and of the browser. */
const warmUp = 200;

interface Memory {
  heap: number;
  nodes: number;
  listeners: number;
  engine: number;
}

/** The nodes and listeners that the page still holds after garbage collection. */
async function measured(session: CDPSession): Promise<Memory> {
  for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    heap: of("JSHeapUsedSize"),
    nodes: of("Nodes"),
    listeners: of("JSEventListeners"),
    engine: await engineMemory(session),
  };
}

/** Bytes of every memory of WebAssembly on the page. */
async function engineMemory(session: CDPSession): Promise<number> {
  const group = { objectGroup: "memories" };
  const { result } = await session.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype", ...group });
  const { objects } = await session.send("Runtime.queryObjects", {
    prototypeObjectId: result.objectId ?? "",
    ...group,
  });
  const sum = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId ?? "",
    functionDeclaration: "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }",
    returnByValue: true,
  });
  await session.send("Runtime.releaseObjectGroup", group);
  return sum.result.value as number;
}

/** Mounts copies of the page's element, lets each be used, and drops them. */
const mount = (page: Page, name: string, count: number): Promise<void> =>
  page.evaluate(
    async ({ name, count, batch }) => {
      const model = document.querySelector(name) as HTMLElement;
      for (let done = 0; done < count; done += batch) {
        const copies = Array.from({ length: batch }, () => model.cloneNode(true) as HTMLElement);
        const ready = Promise.all(
          copies.map((copy) => new Promise((resolve) => copy.addEventListener("slo-ready", resolve, { once: true }))),
        );
        model.after(...copies);
        await ready;
        // Half of them live long enough for their timers and listeners to start.
        if (done % (2 * batch) === 0) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        for (const copy of copies) copy.remove();
      }
    },
    { name, count, batch },
  );

for (const name of elementNames) {
  const mounts = mountsOf(name);
  test(`${mounts} of ${name} come and go, and nothing stays`, async ({ page }) => {
    test.setTimeout(300_000);
    await openStage(page, tagOf(name));
    await shown(page);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await mount(page, name, warmUp);
    const before = await measured(session);
    await mount(page, name, mounts);
    expect(before.engine).toBeGreaterThan(1_000_000);
    // Timers that run out and callbacks of the collector come later: memory that stays, stays however long one measures.
    await expect(async () => {
      const after = await measured(session);
      expect(after.engine, "the memory of the engine").toBe(before.engine);
      expect(after.nodes - before.nodes, "nodes of the page, detached ones too").toBeLessThan(100);
      expect(after.listeners - before.listeners, "listeners").toBeLessThan(100);
      // Of an element that stays, its tree alone is some kilobytes.
      expect(after.heap - before.heap, "bytes of the heap").toBeLessThan(500_000);
    }).toPass({ timeout: 30_000 });
  });
}

test("policies that come with elements go with them", async ({ page }) => {
  test.setTimeout(120_000);
  await openStage(page, tagOf("slo-table"));
  await shown(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const load = (count: number): Promise<void> =>
    page.evaluate(async (count) => {
      const text = await (await fetch("policies/boreal-care.json")).text();
      for (let index = 0; index < count; index += 1) {
        const table = document.createElement("slo-table");
        const ready = new Promise((resolve) => table.addEventListener("slo-ready", resolve, { once: true }));
        Object.assign(table, { policy: text });
        document.body.append(table);
        await ready;
        table.remove();
      }
    }, count);
  await load(150);
  const before = await measured(session);
  for (let round = 0; round < 3; round += 1) {
    await load(100);
    await measured(session);
  }
  await expect(async () => {
    const after = await measured(session);
    // A policy takes some eighty kilobytes of the engine's memory: three hundred that stayed would double it.
    expect(after.engine).toBeLessThan(1.25 * before.engine);
    expect(after.heap - before.heap).toBeLessThan(300 * 1_000);
  }).toPass({ timeout: 30_000 });
});
