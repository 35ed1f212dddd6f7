import { invalidInput, mustBe } from '../problem/sentence.js';
import { concatenate, littleEndian } from './bytes.js';

/** Magic and version 1.0 take 8 bytes, the length of the header 2; what comes before the numbers is a multiple of 64. */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0] as const;
const ALIGNMENT = 64;

function requireShape(shape: unknown, length: number): asserts shape is readonly number[] {
  const isShape = Array.isArray(shape) && shape.every((n) => Number.isInteger(n) && (n as number) >= 0);
  if (!isShape) throw invalidInput('shape', mustBe('a list of whole numbers that are not negative', shape));
  const size = (shape as readonly number[]).reduce((product, n) => product * n, 1);
  if (size === length) return;
  const fault = `must hold as many numbers as array, ${length}, but [${shape.join(', ')}] holds ${size}`;
  throw invalidInput('shape', fault);
}

/**
 * An array as a NumPy file (.npy): little endian, C order, the last index fastest.
 *
 * @param array - Float64Array becomes float64, Uint8Array uint8.
 * @param shape - Its lengths, the slowest first, as in [nz, nr]; default one length.
 * @returns The bytes of the file.
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for an array of another kind, or a shape that holds more or fewer numbers.
 * @remarks NumPy format 1.0, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npy(array: Float64Array | Uint8Array, shape: readonly number[] = [array.length]): Uint8Array {
  const given: unknown = array;
  if (!(given instanceof Float64Array || given instanceof Uint8Array))
    throw invalidInput('array', mustBe('a Float64Array or a Uint8Array', given));
  requireShape(shape, array.length);
  const kind = array instanceof Float64Array ? '<f8' : '|u1';
  const tuple = `(${shape.map((n) => `${n},`).join(' ')})`;
  const record = `{'descr': '${kind}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const start = MAGIC.length + 2;
  const length = Math.ceil((start + record.length + 1) / ALIGNMENT) * ALIGNMENT - start;
  const text = `${record.padEnd(length - 1)}\n`;
  const head = Uint8Array.of(...MAGIC, length & 0xff, length >> 8);
  return concatenate([head, new TextEncoder().encode(text), littleEndian(array)]);
}
