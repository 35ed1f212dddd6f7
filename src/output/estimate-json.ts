import type { LesionEstimate } from '../lesion-estimate.js';

/** What the text says of itself; the version grows when a reader of the one before would fail. */
const FORMAT = { format: 'rf-lesion/estimate', version: 1 } as const;

function asPlain(_key: string, entry: unknown): unknown {
  if (entry instanceof Float64Array) return Array.from(entry, (value) => asPlain('', value));
  return typeof entry === 'number' && !Number.isFinite(entry) ? String(entry) : entry;
}

/**
 * An estimate as JSON for other programs: all that it says, without the fields and the state of its run.
 *
 * ```text
 * { "format": "rf-lesion/estimate", "version": 1, "receipt": …, "outcome": …, "criterion": …,
 *   "size": …, "shape": …, "border": { "criterion": …, "contours": … }, "lesions": …, "reversibleZone": …, "growth": …,
 *   "stages": …, "hottest": …, "history": …, "energyAudit": …, "warnings": … }
 * ```
 *
 * @returns Names and units as in {@link LesionEstimate}: SI, temperatures in °C, thermal doses in minutes. Arrays are plain lists of
 * numbers; a number that JSON has no word for is a string: "Infinity", "-Infinity" or "NaN". A bar that was not asked for is null.
 * @remarks RFC 8259. The inputs are in `receipt.problem`. To keep an estimate with its run and to read it again as it was, use
 * {@link index!toJson | toJson}.
 */
export function estimateJson(estimate: LesionEstimate): string {
  const { width, length, volume, distalReach, proximalReach, widestAt } = estimate;
  const { receipt, outcome, criterion, shape, border, lesions, reversibleZone: zone } = estimate;
  const { growth, stages, hottest, history, energyAudit, warnings } = estimate;
  const borderOf = ({ criterion: by, contours }: typeof border): object => ({ criterion: by, contours });
  const told = {
    ...FORMAT,
    receipt,
    outcome,
    criterion,
    size: { width, length, volume, distalReach, proximalReach, widestAt },
    shape,
    border: borderOf(border),
    lesions,
    reversibleZone: zone && { ...zone, border: borderOf(zone.border) },
    growth,
    stages,
    hottest,
    history,
    energyAudit,
    warnings,
  };
  return JSON.stringify(told, asPlain);
}
