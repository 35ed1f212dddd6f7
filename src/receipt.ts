import type { Measured } from './analysis/error-bar.js';
import type { LesionEstimate, Receipt } from './lesion-estimate.js';
import { type LesionSize, SIZE_NAMES } from './metrics/lesion-size.js';
import { VERSION } from './version.js';

/** What a byte does to the remainder of CRC-32, whose polynomial is 0xedb88320 when it is reversed. */
const REMAINDERS: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  return crc;
});

/** CRC-32 of bytes, as in ISO 3309, ZIP and PNG, in hexadecimal. */
export function crc32(bytes: Uint8Array): string {
  let crc = 0xffffffff;
  for (let k = 0; k < bytes.length; k++) crc = (crc >>> 8) ^ REMAINDERS[(crc ^ bytes[k]!) & 0xff]!;
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

const ofNumbers = (values: readonly Float64Array[]): string => {
  const bytes = values.map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  const all = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of bytes) {
    all.set(one, at);
    at += one.length;
  }
  return crc32(all);
};

/** Every size and every bar, in order; a bar that was not asked for is NaN. */
function numbersOf({ lesions, headline }: Came): Float64Array {
  const sizes = [headline, ...lesions.flatMap(({ atSwitchOff, final }) => [atSwitchOff, final])];
  const measured = sizes.flatMap((one) => SIZE_NAMES.map((size) => one[size]));
  return Float64Array.from(measured.flatMap(({ value, numericalError }) => [value, numericalError ?? NaN]));
}

/** What a receipt says of the answer itself, beside what was asked. */
interface Came extends Pick<LesionEstimate, 'lesions' | 'history' | 'energyAudit' | 'warnings' | 'run'> {
  readonly headline: LesionSize<Measured>;
}

/** Makes the receipt of an answer. */
export function receiptOf(
  asked: Pick<Receipt, 'problem' | 'resolution' | 'criterion' | 'criteria' | 'reversible' | 'errorBar'>,
  came: Came,
): Receipt {
  const { history, energyAudit, warnings, run } = came;
  return {
    package: 'rf-lesion',
    version: VERSION,
    ...asked,
    energyResidual: energyAudit.residual,
    warnings: warnings.map(({ code }) => code),
    checksums: {
      sizes: ofNumbers([numbersOf(came)]),
      history: ofNumbers(Object.values(history)),
      temperature: ofNumbers([run.temperature.data]),
      peakTemperature: ofNumbers(run.exposure.final.peaks.map(({ data }) => data)),
    },
  };
}
