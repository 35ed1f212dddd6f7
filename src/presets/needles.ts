import { LesionModelError } from '../errors.js';
import type { Electrode, Source, TipShape } from '../problem/types.js';
import { materials } from './materials.js';
import { GAUGE_CHART } from './sources.js';

/** A needle gauge that is listed here. */
export type Gauge = 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25;

/** What a gauge stands for. */
export interface NeedleGauge {
  /** [m] */
  readonly outerDiameter: number;
  /** Of a regular wall [m]; RF cannulae often have a thin one, and a wider bore. */
  readonly innerDiameter: number;
  readonly sources: readonly Source[];
}

const sources = [GAUGE_CHART] as const;

/** Needle gauges with their outer and inner diameters [m]. */
export const gauges: Readonly<Record<Gauge, NeedleGauge>> = {
  14: { outerDiameter: 2.108e-3, innerDiameter: 1.6e-3, sources },
  15: { outerDiameter: 1.829e-3, innerDiameter: 1.372e-3, sources },
  16: { outerDiameter: 1.651e-3, innerDiameter: 1.194e-3, sources },
  17: { outerDiameter: 1.473e-3, innerDiameter: 1.067e-3, sources },
  18: { outerDiameter: 1.27e-3, innerDiameter: 0.838e-3, sources },
  19: { outerDiameter: 1.067e-3, innerDiameter: 0.686e-3, sources },
  20: { outerDiameter: 0.9081e-3, innerDiameter: 0.603e-3, sources },
  21: { outerDiameter: 0.8192e-3, innerDiameter: 0.514e-3, sources },
  22: { outerDiameter: 0.7176e-3, innerDiameter: 0.413e-3, sources },
  23: { outerDiameter: 0.6414e-3, innerDiameter: 0.337e-3, sources },
  24: { outerDiameter: 0.5652e-3, innerDiameter: 0.311e-3, sources },
  25: { outerDiameter: 0.5144e-3, innerDiameter: 0.26e-3, sources },
};

/** Height of the thermocouple above the end [m]: an assumption without a source. */
const SENSOR_HEIGHT = 0.5e-3;

/** What one says of a cannula when ordering it. */
export interface CannulaOptions {
  /** One of {@link gauges}. */
  readonly gauge: number;
  /** Bare length, measured from the very end [m]. */
  readonly tipLength: number;
  /** Default 'flat'. */
  readonly tipShape?: TipShape;
}

/**
 * A straight RF cannula with its inner electrode in place, lengths in m.
 *
 * @throws {@link LesionModelError} 'invalid-input' with path 'gauge' for a gauge that is not listed. The rest is
 * checked where the electrode is used.
 * @remarks The outer diameter is the only cited number. Assumed: solid steel (304), as the inner electrode fills most
 * of the bore; an end cut square, where real ones are bevelled; a thermocouple 0.5 mm from the end, a height without a
 * source. The default of this library for RF is the coupled model, heating `{ kind: 'temperature' }`: metal and
 * thermocouple are part of it. No sleeve thickness with a source is at hand, and so the sleeve is an ideal film: it has
 * no thickness and carries no current. To state one, spread the result: `{ ...cannula(…), insulation, sensor }`.
 * 'tip-temperature', the baseline, needs neither metal nor thermocouple nor sleeve.
 */
export function cannula({ gauge, tipLength, tipShape = 'flat' }: CannulaOptions): Electrode {
  const known = Object.keys(gauges);
  if (typeof gauge !== 'number' || !known.includes(String(gauge))) {
    const message = `gauge must be one of ${known.join(', ')}, but was ${String(gauge)}.`;
    throw new LesionModelError('invalid-input', message, 'gauge');
  }
  const radius = gauges[gauge as Gauge].outerDiameter / 2;
  return {
    radius,
    tipLength,
    tipShape,
    body: { kind: 'solid', material: materials.stainless304 },
    insulation: null,
    sensor: { z: SENSOR_HEIGHT },
    sources: gauges[gauge as Gauge].sources,
    evidence: {
      radius: {
        grade: GAUGE_CHART.grade,
        sources,
        value: radius,
        note: 'Half the outer diameter of its gauge.',
      },
    },
  };
}
