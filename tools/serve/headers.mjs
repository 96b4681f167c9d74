// The headers that the site is made for: the strictest that a portal can set.

/** Nothing but the page's own files, no inline script or style, no markup from strings. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const text = (type) => ({ type: `${type}; charset=utf-8`, compress: true });

const types = {
  css: text("text/css"),
  csv: text("text/csv"),
  html: text("text/html"),
  ics: text("text/calendar"),
  ico: { type: "image/x-icon", compress: false },
  js: text("text/javascript"),
  json: { type: "application/json", compress: true },
  map: { type: "application/json", compress: true },
  md: text("text/markdown"),
  mjs: text("text/javascript"),
  png: { type: "image/png", compress: false },
  svg: { type: "image/svg+xml", compress: true },
  txt: text("text/plain"),
  wasm: { type: "application/wasm", compress: true },
  webmanifest: { type: "application/manifest+json", compress: true },
  webp: { type: "image/webp", compress: false },
  woff2: { type: "font/woff2", compress: false },
  xml: { type: "application/xml", compress: true },
};

/** The media type of a file, and whether it is worth compressing. */
export const mediaType = (path) =>
  types[path.slice(path.lastIndexOf(".") + 1)] ?? { type: "application/octet-stream", compress: false };
