/** Files that a page saves, and the programs that open them. */

import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** The file that a button saves. */
export async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent("download");
  await button.click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A saved picture: parsed as XML, and shown as an image; null where it is none. `viewer` is an empty page of its own. */
export const opened = (viewer: Page, { name, bytes }: { name: string; bytes: Buffer }) =>
  viewer.evaluate(
    async ({ type, base64, text }) => {
      const root = type === "image/svg+xml" ? new DOMParser().parseFromString(text, type).documentElement : null;
      if (root !== null && root.localName !== "svg") return null;
      const image = new Image();
      image.src = `data:${type};base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const colours = new Set(
        new Uint32Array(context?.getImageData(0, 0, canvas.width, canvas.height).data.buffer ?? new ArrayBuffer(0)),
      );
      return {
        width: canvas.width,
        height: canvas.height,
        colours: colours.size,
        texts: [...(root?.querySelectorAll("text") ?? [])].map((each) => each.textContent),
      };
    },
    {
      type: name.endsWith(".svg") ? "image/svg+xml" : "image/png",
      base64: bytes.toString("base64"),
      text: bytes.toString(),
    },
  );

/** Width and height by the header of a PNG; null without its signature. */
export function sizeOfPng(bytes: Buffer): { width: number; height: number } | null {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes.subarray(0, 8).equals(signature)
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : null;
}
