// The frame takes little from its address, and the page around it survives a frame that turns hostile.

import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import { moduleOf } from "./support/source.mjs";

const { settingsOfAddress } = await moduleOf("frame/attributes.ts");
const { clauseAddress } = await moduleOf("elements/shared/policy-text.tsx");

describe("the address of a frame", () => {
  const search = "?element=clock&lang=en&theme=dark&phone=%2B1900&policy=https://evil.example/p.json&tier=gold";
  test("decides the element, the language and the theme if the frame has no page around it", () =>
    assert.deepEqual(Object.fromEntries(settingsOfAddress(search, false)), {
      element: "clock",
      lang: "en",
      theme: "dark",
    }));
  test("decides everything if the page around the frame has written it", () =>
    assert.deepEqual([...settingsOfAddress(search, true)], [...new URLSearchParams(search)]));
});

describe("the link to a clause", () => {
  const page = "https://portal.example/help/";
  for (const base of ["description.html#", "#", "/a#", "https://other.example/#", "http://other.example/#"])
    test(`goes to ${base}`, () => assert.equal(clauseAddress(base, "E9", page), `${base}E9`));
  for (const base of [
    "javascript:alert(1)//",
    " JavaScript:alert(1)//",
    "java\nscript:alert(1)//",
    "data:text/html,",
    "blob:x#",
    "file:///etc/#",
    "http://[",
  ])
    test(`does not go to ${JSON.stringify(base)}`, () => assert.equal(clauseAddress(base, "E9", page), null));
  test("does not go to an id that is an address of its own", () =>
    assert.equal(clauseAddress("", "javascript:alert(1)", page), null));
  test("goes to another file on a disk, from a file", () =>
    assert.equal(clauseAddress("d.html#", "E9", "file:///home/a.html"), "d.html#E9"));
  test("is none without an address", () => assert.equal(clauseAddress(null, "E9", page), null));
});

const settings = [];
const values = [];
const heard = [];
const frame = {
  title: "",
  style: {},
  src: "https://frame.example/frame.html",
  hasAttribute: () => false,
  contentWindow: { postMessage: (message) => settings.push(message) },
};
let hear;
let Frame;
Object.assign(globalThis, {
  HTMLElement: class {
    attributes = [];
    attachInternals = () => ({ setFormValue: (value) => values.push(value) });
    querySelector = () => frame;
    closest = () => null;
    dispatchEvent = ({ type }) => heard.push(type);
  },
  MutationObserver: class {
    observe() {}
    disconnect() {}
  },
  customElements: { get: () => undefined, define: (_, element) => (Frame = element) },
  document: { getElementById: () => null },
  getComputedStyle: () => ({ getPropertyValue: (name) => name }),
  addEventListener: (_, listener) => (hear = listener),
  removeEventListener: () => {},
});
await moduleOf("frame/host.ts");

/** A page with a frame, and a clock that stands still until `tick`. */
function opened() {
  for (const list of [settings, values, heard]) list.length = 0;
  Object.assign(frame, { title: "", style: {} });
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  let now = 1_000_000;
  mock.restoreAll();
  mock.method(performance, "now", () => now);
  const element = new Frame();
  element.policy = "x";
  element.connectedCallback();
  settings.length = 0;
  return {
    say: (data) =>
      hear({ source: frame.contentWindow, origin: "https://frame.example", data: { caseSlo: 1, ...data } }),
    tick: (milliseconds) => {
      now += milliseconds;
      mock.timers.tick(milliseconds);
    },
  };
}

describe("the page around a frame", () => {
  test("answers hello, and a frame that was loaded anew at once after it", () => {
    const { say, tick } = opened();
    say({ type: "hello", tokens: ["--slo-radius", "--secret", "font-family"] });
    tick(1);
    assert.deepEqual(
      settings.map(({ look }) => look),
      [{ "--slo-radius": "--slo-radius", "font-family": "font-family" }],
    );
    say({ type: "hello", tokens: [] });
    tick(300);
    assert.equal(settings.length, 2);
  });
  test("answers a flood of hello a few times a second", () => {
    const { say, tick } = opened();
    for (let round = 0; round < 40; round += 1) {
      for (let each = 0; each < 50; each += 1) say({ type: "hello", tokens: [] });
      tick(50);
    }
    assert.ok(settings.length >= 1 && settings.length <= 9, `${settings.length} answers in two seconds`);
  });
  test("hears a hundred messages a second, and again in the next", () => {
    const { say, tick } = opened();
    for (let each = 0; each < 5_000; each += 1) say({ type: "event", name: "slo-ready", detail: null });
    assert.equal(heard.length, 100);
    tick(1_001);
    say({ type: "event", name: "slo-ready", detail: null });
    assert.equal(heard.length, 101);
  });
  test("takes a height that a page can have", () => {
    const { say } = opened();
    say({ type: "size", height: 480.5, title: "Title" });
    assert.deepEqual([frame.style.blockSize, frame.title], ["480.5px", "Title"]);
    say({ type: "size", height: 1e9, title: "Title" });
    assert.equal(frame.style.blockSize, "20000px");
  });
  for (const message of [
    { type: "hello", tokens: 5 },
    { type: "hello", tokens: [5n, null, {}, ["--slo-radius"], "x".repeat(1e6)] },
    { type: "hello" },
    { type: "size", height: 5n, title: "t" },
    { type: "size", height: "99", title: "t" },
    { type: "size", height: {}, title: 5n },
    { type: "event", name: 5n, detail: null },
    { type: "event", name: ["slo-ready"], detail: null },
    { type: "event", name: "click", detail: null },
    { type: 5n },
    {},
  ]) {
    test(`does not stumble over ${JSON.stringify(message, (_, each) => (typeof each === "bigint" ? "bigint" : each)).slice(0, 80)}`, () => {
      const { say, tick } = opened();
      say(message);
      tick(300);
      assert.deepEqual([frame.style, frame.title, heard, values], [{}, "", [], []]);
      assert.ok(settings.every(({ look }) => Object.keys(look).length === 0));
    });
  }
  test("puts text alone into the form around it", () => {
    const { say } = opened();
    const classified = (severity) =>
      say({ type: "event", name: "slo-classified", detail: { classification: { severity } } });
    for (const severity of [new File(["x"], "x.txt"), new FormData(), 5n, {}, ["high"], "x".repeat(5_000)])
      classified(severity);
    assert.deepEqual(values, []);
    classified("high");
    say({ type: "event", name: "slo-step", detail: null });
    assert.deepEqual(values, ["high", null]);
  });
});
