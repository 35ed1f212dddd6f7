import type { Problem, Resolution } from 'rf-lesion';

const steel = { thermalConductivity: 16.2, density: 7900, specificHeat: 500 };

/** A 22 G needle with a bare tip of 5 mm at 80 °C for 90 s, as it was solved by independent finite elements. */
export const TASK: Problem = {
  electrode: {
    radius: 0.3555e-3,
    tipLength: 5e-3,
    tipShape: 'flat',
    body: { kind: 'solid', material: steel },
    insulation: null,
    sensor: { z: 0.5e-3 },
  },
  tissue: {
    thermalConductivity: 0.49,
    density: 1090,
    specificHeat: 3421,
    electricalConductivity: 0.45,
    perfusionRate: 0,
  },
  heating: { kind: 'tip-temperature', target: 80, ramp: 10, duration: 90 },
  coolDown: 30,
  domain: { radius: 40e-3, below: 40e-3, above: 40e-3 },
};

/** The same with RF current, a thin sleeve and a grounded rim, controlled at the thermocouple. */
export const COUPLED_TASK: Problem = {
  ...TASK,
  electrode: {
    ...TASK.electrode,
    insulation: {
      thickness: 0.05e-3,
      material: { thermalConductivity: 0.15, density: 1420, specificHeat: 1090 },
    },
  },
  tissue: {
    ...TASK.tissue,
    electricalConductivity: { kind: 'linear', value: 0.45, coefficient: 0.02, reference: 37, cap: 100 },
  },
  heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
  domain: { radius: 40e-3, below: 40e-3, above: 40e-3, electrical: 'grounded' },
};

/** Their final 50 °C widths [m], by finite elements of second degree and SDIRK2, converged in mesh and step. */
export const TRUE_WIDTH = 4.30746e-3;
export const TRUE_COUPLED_WIDTH = 7.50925e-3;

/** Another needle, so that every solver measured has two instances alive, as it has in a program. */
export const OTHER_TASK: Problem = {
  ...TASK,
  electrode: { ...TASK.electrode, radius: 0.5e-3, tipLength: 10e-3 },
  heating: { kind: 'tip-temperature', target: 70, duration: 60 },
};

/** Grids of about 1.8 and 25 thousand cells for {@link TASK}, with steps that cost little. */
export const GRIDS: Readonly<Record<'small' | 'large', Resolution>> = {
  small: { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 0.5 },
  large: { spacing: 0.025e-3, growthRatio: 1.05, timeStep: 0.5 },
};
