// A WebAssembly module as binaryen reads it, and the data that its code names.

/** @param {Uint8Array} bytes */
export async function moduleOf(bytes) {
  const { default: binaryen } = await import("binaryen");
  const module = binaryen.readBinary(bytes);
  const {
    ReferenceTypes,
    BulkMemory,
    BulkMemoryOpt,
    NontrappingFPToInt,
    SignExt,
    MutableGlobals,
    Multivalue,
    SIMD128,
  } = binaryen.Features;
  module.setFeatures(
    ReferenceTypes | BulkMemory | BulkMemoryOpt | NontrappingFPToInt | SignExt | MutableGlobals | Multivalue | SIMD128,
  );
  return module;
}

/** Every number in the code that can be an address: constants, halves of long ones, and the offsets of what is read. */
export function addresses(module) {
  const found = new Set();
  for (const [, text] of module.emitText().matchAll(/(?:i32\.const |i64\.const |offset=)(-?\d+)/g)) {
    const number = BigInt(text);
    found.add(Number(BigInt.asUintN(32, number)));
    found.add(Number(BigInt.asUintN(32, number >> 32n)));
  }
  return found;
}

/**
 * The same bytes in which the data that only code that is gone named are zeros: from each address that nothing names
 * any more to the next one that something names.
 *
 * @param {Uint8Array} bytes
 * @param {Set<number>} before
 * @param {Set<number>} after
 */
export function withoutOrphans(bytes, before, after) {
  const segments = [...dataSegments(bytes)];
  const alive = new Set(after);
  for (const { address, data } of segments) {
    const words = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (let at = (4 - (address % 4)) % 4; at + 4 <= data.length; at += 4) alive.add(words.getUint32(at, true));
  }
  for (const { address, data } of segments) {
    for (const start of before) {
      if (start < address || alive.has(start)) continue;
      let end = start;
      while (end < address + data.length && !alive.has(end)) end += 1;
      data.fill(0, start - address, end - address);
    }
  }
  return bytes;
}

/** The parts of a module's memory that are not zero at the start, as views of its bytes. */
export function* dataSegments(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const length = number();
    if (section !== 11) {
      at += length;
      continue;
    }
    for (let left = number(); left > 0; left -= 1) {
      at += 2; // an active segment (0) and `i32.const`
      const address = number();
      at += 1; // the end of the expression
      const size = number();
      yield { address, data: bytes.subarray(at, at + size) };
      at += size;
    }
    return;
  }
}
