// Sizes in brotli, which every browser accepts and every host can serve.

import { brotliCompressSync, constants } from "node:zlib";

/** Bytes after brotli at its best quality. */
export const brotliSize = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/** A size in kilobytes of 1,000 bytes, to one decimal. */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
