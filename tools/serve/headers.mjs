// The headers of the site: the strictest that a portal can set.

/** Nothing but the page's own files, no inline script or style, no markup from strings. */
export const contentSecurityPolicy = headerWith("trusted-types 'none'");

/** The same, and one worker: the pages of reports, of the dashboard and of the policy builder work in it, and vouch for its address by this policy. */
const withWorker = headerWith("trusted-types case-slo");

/** Files with another header than the strict one. */
export const ownHeaders = (path, headers) =>
  headers["Content-Security-Policy"] === contentSecurityPolicy && /[/\\](report|dashboard|builder)\.html$/.test(path)
    ? { "Content-Security-Policy": withWorker }
    : {};

function headerWith(trustedTypes) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    trustedTypes,
  ].join("; ");
}

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
