import { LesionModelError } from '../errors.js';
import type { Evidence } from '../problem/evidence.js';
import type { Electrode, Source } from '../problem/types.js';
import { materials } from './materials.js';
import { cannula, gauges } from './needles.js';
import {
  DE_LOUW_2001,
  KANPOLAT,
  KOREAN_TIPS,
  LINHARES_2000,
  OSS_DBS_ELECTRODES,
  TOMLINSON_1991,
  TRIGEMINAL_WIKI,
} from './procedure-sources.js';
import { COBBS_2023, COOLED_18G, GAUGE_CHART, GRAETZ, LOPEZ_MOLINA_2012 } from './sources.js';

/** Temperature of the coolant, the middle of a published range of 5 to 25 °C [°C]. */
const COOLANT = 15;

/** What the temperature of the coolant rests on. */
const COOLANT_EVIDENCE: Evidence = {
  grade: 'C',
  sources: [LOPEZ_MOLINA_2012],
  value: COOLANT,
  low: 5,
  high: 25,
  note: 'The middle of the range.',
};

/** Nusselt number of a steady laminar flow in a tube of one temperature, h d/k. */
export const NUSSELT = 3.657;

/** Height of a thermocouple above the end where no source states it [m]: an assumption. */
const SENSOR_HEIGHT = 0.5e-3;

/** A number that rests on one source as it stands there. */
function readIn(source: Source, value: number): Evidence {
  return { grade: source.grade, sources: [source], value };
}

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
export function cooledProbe({ gauge, tipLength, coolant }: CooledProbeOptions): Electrode {
  if (gauge !== 17 && gauge !== 18) {
    throw new LesionModelError('invalid-input', `gauge must be 17 or 18, but was ${String(gauge)}.`, 'gauge');
  }
  const { outerDiameter, innerDiameter } = gauges[gauge];
  const [radius, wallThickness] = [outerDiameter / 2, (outerDiameter - innerDiameter) / 2];
  const coefficient = (NUSSELT * materials.water.thermalConductivity) / innerDiameter;
  return {
    radius,
    tipLength,
    tipShape: 'flat',
    body: { kind: 'tube', material: materials.stainless304, wallThickness, core: materials.water },
    insulation: null,
    sensor: { z: wallThickness / 2 },
    cooling: { temperature: coolant ?? COOLANT, coefficient },
    sources: [GAUGE_CHART, LOPEZ_MOLINA_2012, GRAETZ],
    evidence: {
      radius: readIn(GAUGE_CHART, radius),
      'body.wallThickness': { ...readIn(GAUGE_CHART, wallThickness), note: 'That of a regular wall.' },
      'cooling.coefficient': readIn(GRAETZ, coefficient),
      // A coolant that the caller states is known better than by the range.
      ...(coolant === undefined ? { 'cooling.temperature': COOLANT_EVIDENCE } : {}),
    },
  };
}

/** An electrode whose bare length a source states. */
function withTipFrom(source: Source, electrode: Electrode): Electrode {
  return {
    ...electrode,
    sources: [source, ...(electrode.sources ?? [])],
    evidence: { ...electrode.evidence, tipLength: readIn(source, electrode.tipLength) },
  };
}

/** A cannula of 22 G, whose gauge is an assumption, with a tip that a source states. */
function trigeminal(tipLength: number, source: Source): Electrode {
  return withTipFrom(source, cannula({ gauge: 22, tipLength }));
}

/** A straight steel rod with a flat end, in an ideal film. */
function rod(diameter: number, tipLength: number, sensorHeight: number, source: Source): Electrode {
  return {
    radius: diameter / 2,
    tipLength,
    tipShape: 'flat',
    body: { kind: 'solid', material: materials.stainless304 },
    insulation: null,
    sensor: { z: sensorHeight },
    sources: [source],
    evidence: { radius: readIn(source, diameter / 2), tipLength: readIn(source, tipLength) },
  };
}

const smk = cannula({ gauge: 22, tipLength: 5e-3 });
const kanpolat = (diameter: number): Electrode => {
  const electrode = rod(diameter, 2e-3, 0, KANPOLAT);
  return {
    ...electrode,
    evidence: { ...electrode.evidence, 'sensor.z': readIn(KANPOLAT, electrode.sensor.z) },
  };
};

/** Names of the electrodes at hand: gauge or diameter, then the bare length; p is a decimal point. */
export type ElectrodeName =
  | 'cooled17G2mm'
  | 'cooled17G4mm'
  | 'cooled18G4mm'
  | 'smk22G5mm'
  | 'trigeminal2mm'
  | 'trigeminal5mm'
  | 'trigeminal7p5mm'
  | 'trigeminal10mm'
  | 'stereotactic1p1x3mm'
  | 'stereotactic1p6x3mm'
  | 'cordotomy0p3x2mm'
  | 'cordotomy0p4x2mm'
  | 'seeg0p8x2mm';

/**
 * Electrodes with the sources of their numbers; for plain cannulas there is {@link cannula}, for other cooled probes
 * {@link cooledProbe}.
 *
 * @remarks All are straight and round. Curved, tined and bipolar ones cannot be computed and are left out, as are contacts of
 * deep brain stimulation, which have insulation below them. Assumed, where nothing else is said: solid steel, a flat end, an
 * ideal film for the sleeve and a thermocouple 0.5 mm from the end.
 */
export const electrodes: Readonly<Record<ElectrodeName, Electrode>> = {
  /** Cooled; the remarks of {@link cooledProbe} hold for all three. */
  cooled17G2mm: withTipFrom(COBBS_2023, cooledProbe({ gauge: 17, tipLength: 2e-3 })),
  /** Cooled. */
  cooled17G4mm: withTipFrom(COBBS_2023, cooledProbe({ gauge: 17, tipLength: 4e-3 })),
  /** Cooled; used at 60 °C for 150 s. */
  cooled18G4mm: withTipFrom(COOLED_18G, cooledProbe({ gauge: 18, tipLength: 4e-3 })),
  /** SMK cannula for the dorsal root ganglion. */
  smk22G5mm: {
    ...smk,
    sources: [DE_LOUW_2001, GAUGE_CHART],
    evidence: {
      ...smk.evidence,
      radius: {
        grade: 'C',
        sources: [DE_LOUW_2001, GAUGE_CHART],
        value: smk.radius,
        note: 'Its gauge, and what that stands for.',
      },
      tipLength: readIn(DE_LOUW_2001, smk.tipLength),
    },
  },
  /** Short. The gauge, 22 G, is assumed, as for all four. */
  trigeminal2mm: trigeminal(2e-3, KOREAN_TIPS),
  /** For one division. */
  trigeminal5mm: trigeminal(5e-3, TRIGEMINAL_WIKI),
  /** For two divisions. */
  trigeminal7p5mm: trigeminal(7.5e-3, TRIGEMINAL_WIKI),
  /** For all three divisions. */
  trigeminal10mm: trigeminal(10e-3, TRIGEMINAL_WIKI),
  /** For the thalamus, thin. */
  stereotactic1p1x3mm: rod(1.1e-3, 3e-3, SENSOR_HEIGHT, LINHARES_2000),
  /** For the thalamus, thick. */
  stereotactic1p6x3mm: rod(1.6e-3, 3e-3, SENSOR_HEIGHT, TOMLINSON_1991),
  /** For cordotomy on both sides; its open-tip thermocouple is taken to be at the very end. */
  cordotomy0p3x2mm: kanpolat(0.3e-3),
  /** For cordotomy on one side; its open-tip thermocouple is taken to be at the very end. */
  cordotomy0p4x2mm: kanpolat(0.4e-3),
  /**
   * One contact of a depth electrode. Real ones go on beyond it: here the needle ends at its contact, whose end is bare as well.
   * It has no thermocouple: the sensor in the middle of the contact is for display, and steel stands for its unknown metal.
   */
  seeg0p8x2mm: rod(0.8e-3, 2e-3, 1e-3, OSS_DBS_ELECTRODES),
};
