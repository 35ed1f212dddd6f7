/** Arrays that files hold. */
export type FileArray = Float64Array | Float32Array | BigInt64Array | Uint8Array;

/** Numbers as files store them: the last byte of each last, on every machine. */
export function littleEndian(array: FileArray): Uint8Array {
  const size = array.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(array.buffer.slice(array.byteOffset, array.byteOffset + array.byteLength));
  const isLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  if (!isLittle) for (let n = 0; n < bytes.length; n += size) bytes.subarray(n, n + size).reverse();
  return bytes;
}

/** Pieces one after another. */
export function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
