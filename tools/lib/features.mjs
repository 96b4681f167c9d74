// The list of features that a compiler writes into its module, and that wasm-bindgen reads.

/**
 * The same module that says to use fewer features. wasm-bindgen goes by what the section says, and assumes the newest where
 * there is none; so the names are taken out one by one.
 *
 * @param {Uint8Array} bytes
 * @param {string[]} unwanted such as "reference-types"
 * @returns {Uint8Array}
 */
export function withoutFeatures(bytes, unwanted) {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const from = at;
    const id = bytes[at];
    const length = readNumber(bytes, at + 1);
    const end = length.end + length.value;
    at = end;
    const name = id === 0 ? readText(bytes, length.end) : undefined;
    if (name?.text !== "target_features") {
      parts.push(bytes.subarray(from, end));
      continue;
    }
    const body = [...bytes.subarray(length.end, name.end), ...kept(bytes, name.end, unwanted)];
    parts.push(Uint8Array.from([0, ...number(body.length), ...body]));
  }
  return Buffer.concat(parts);
}

/** The list of features, each a sign and a name, without the unwanted ones. */
function kept(bytes, start, unwanted) {
  const count = readNumber(bytes, start);
  const features = [];
  for (let [left, at] = [count.value, count.end]; left > 0; left -= 1) {
    const name = readText(bytes, at + 1);
    if (!unwanted.includes(name.text)) features.push(bytes.subarray(at, name.end));
    at = name.end;
  }
  return [...number(features.length), ...features.flatMap((feature) => [...feature])];
}

function readText(bytes, at) {
  const length = readNumber(bytes, at);
  const end = length.end + length.value;
  return { text: new TextDecoder().decode(bytes.subarray(length.end, end)), end };
}

/** An unsigned number in LEB128. */
function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return { value, end: at };
  }
}

function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}
