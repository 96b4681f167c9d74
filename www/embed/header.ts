/** The content security policy that an example takes: nothing that it does not need. */

export interface Needs {
  /** Whether the engine is WebAssembly. */
  wasm: boolean;
  /** Whether the engine, or a policy, is fetched. */
  connects?: boolean;
  /** The origin that frames come from. */
  frames?: string;
  /** Who may frame the page. */
  framedBy?: string;
  /** The origin of the page itself: in a sandbox, WebKit does not take 'self' for it. */
  own?: string;
  /** Whether forms may be submitted. */
  forms?: boolean;
}

/** The header in lines, one directive a line, as a server sends it in one. */
export function headerFor({ wasm, connects = true, frames, framedBy, own, forms = false }: Needs): string {
  const directives = [
    "default-src 'none'",
    `script-src 'self'${own === undefined ? "" : ` ${own}`}${wasm ? " 'wasm-unsafe-eval'" : ""}`,
    "style-src 'self'",
    ...(connects ? ["connect-src 'self'"] : []),
    ...(frames === undefined ? [] : [`frame-src ${frames}`]),
    ...(framedBy === undefined ? [] : [`frame-ancestors ${framedBy}`]),
    "base-uri 'none'",
    `form-action '${forms ? "self" : "none"}'`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return `Content-Security-Policy: ${directives.join(";\n  ")}`;
}
