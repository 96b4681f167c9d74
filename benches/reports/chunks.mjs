import { closeSync, openSync, readSync } from "node:fs";

/** The bytes of a file, in chunks of a mebibyte that are the same memory each time. */
export function* chunks(path, size = 1 << 20) {
  const file = openSync(path);
  const buffer = new Uint8Array(size);
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}
