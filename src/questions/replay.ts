import { LesionModelError } from '../errors.js';
import { estimateLesion } from '../estimate.js';
import type { LesionEstimate, Receipt } from '../lesion-estimate.js';
import { VERSION } from '../version.js';

/** What became of a run that was repeated. */
export interface Replay {
  readonly estimate: LesionEstimate;
  /** Whether all that the receipt has a checksum of came out bit for bit. */
  readonly isSame: boolean;
  /** What did not. */
  readonly differing: readonly (keyof Receipt['checksums'])[];
  /** Of this package: of the receipt, and now. */
  readonly version: { readonly then: string; readonly now: string };
}

function requireReceipt(receipt: unknown): asserts receipt is Receipt {
  const { package: made, checksums } = (receipt ?? {}) as Partial<Receipt>;
  if (made === 'rf-lesion' && typeof checksums === 'object') return;
  const message = "receipt must be the receipt of an estimate, with package 'rf-lesion' and checksums.";
  throw new LesionModelError('invalid-input', message, 'receipt');
}

/**
 * Repeats the run of a receipt and compares what comes out, bit for bit. Another version of this package may differ.
 *
 * @throws {@link LesionModelError} 'invalid-input' for what is no receipt; and as {@link estimateLesion}.
 */
export function replayReceipt(receipt: Receipt): Replay {
  requireReceipt(receipt);
  const { problem, resolution, criterion, criteria, reversible, errorBar, checksums, version } = receipt;
  const options = { resolution, criterion, criteria, reversible, errorBar };
  const estimate = estimateLesion(problem, options);
  const now = estimate.receipt.checksums;
  const keys = Object.keys(now) as (keyof Receipt['checksums'])[];
  const differing = keys.filter((key) => checksums[key] !== now[key]);
  return { estimate, isSame: differing.length === 0, differing, version: { then: version, now: VERSION } };
}
