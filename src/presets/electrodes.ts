import { LesionModelError } from '../errors.js';
import type { Electrode } from '../problem/types.js';
import { materials } from './materials.js';
import { gauges } from './needles.js';
import { COBBS_2023, COOLED_18G, GAUGE_CHART, GRAETZ, LOPEZ_MOLINA_2012 } from './sources.js';

/** Inner diameters of needles by gauge [m]. */
const BORES = { 17: 1.067e-3, 18: 0.838e-3 } as const;

/** Temperature of the coolant, the middle of a published range of 5 to 25 °C [°C]. */
const COOLANT = 15;

/** Nusselt number of a steady laminar flow in a tube of one temperature, h d/k. */
export const NUSSELT = 3.657;

/** What one says of a water-cooled probe. */
export interface CooledProbeOptions {
  /** 17 or 18. */
  readonly gauge: number;
  /** Bare length, measured from the very end [m]. */
  readonly tipLength: number;
  /** Of the coolant [°C]; default 15, the middle of a range of 5 to 25. */
  readonly coolant?: number;
}

/**
 * A water-cooled RF probe: a closed steel tube in whose bore water runs, lengths in m.
 *
 * @throws {@link LesionModelError} 'invalid-input' with path 'gauge' for a gauge that is not listed. The rest is
 * checked where the electrode is used.
 * @remarks Cited: diameters, gauge and bare length. Assumed without a measured source: the temperature of the water (15 °C, from
 * a range), its heat transfer (that of a laminar flow in a tube), an end as thick as the wall, a thermocouple in the middle of
 * that end, an ideal film for the sleeve. The lesion depends on all of them: vary them before you rely on it.
 */
export function cooledProbe({ gauge, tipLength, coolant = COOLANT }: CooledProbeOptions): Electrode {
  if (gauge !== 17 && gauge !== 18) {
    throw new LesionModelError('invalid-input', `gauge must be 17 or 18, but was ${String(gauge)}.`, 'gauge');
  }
  const { outerDiameter } = gauges[gauge];
  const bore = BORES[gauge];
  const wallThickness = (outerDiameter - bore) / 2;
  return {
    radius: outerDiameter / 2,
    tipLength,
    tipShape: 'flat',
    body: { kind: 'tube', material: materials.stainless304, wallThickness, core: materials.water },
    insulation: null,
    sensor: { z: wallThickness / 2 },
    cooling: { temperature: coolant, coefficient: (NUSSELT * materials.water.thermalConductivity) / bore },
    sources: [GAUGE_CHART, LOPEZ_MOLINA_2012, GRAETZ],
  };
}

const cited = (electrode: Electrode, source: typeof COOLED_18G): Electrode => ({
  ...electrode,
  sources: [source, ...(electrode.sources ?? [])],
});

/** Names of the electrodes at hand. */
export type ElectrodeName = 'cooled17G2mm' | 'cooled17G4mm' | 'cooled18G4mm';

/** Electrodes with the sources of their numbers, for {@link cooledProbe} with the remarks there; used at 60 °C for 150 s. */
export const electrodes: Readonly<Record<ElectrodeName, Electrode>> = {
  cooled17G2mm: cited(cooledProbe({ gauge: 17, tipLength: 2e-3 }), COBBS_2023),
  cooled17G4mm: cited(cooledProbe({ gauge: 17, tipLength: 4e-3 }), COBBS_2023),
  cooled18G4mm: cited(cooledProbe({ gauge: 18, tipLength: 4e-3 }), COOLED_18G),
};
