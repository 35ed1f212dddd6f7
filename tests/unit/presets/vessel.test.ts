import { expect, test } from 'vitest';
import { LesionModelError, tissues, vesselCoefficient } from '../../../src/index.js';

const artery = { diameter: 3e-3, velocity: 0.2, heatedLength: 10e-3 };
const k = Number(tissues.blood.thermalConductivity);
const nusseltOf = (flow: typeof artery): number => (vesselCoefficient(flow).coefficient * flow.diameter) / k;

test('slow blood has the Nusselt number of a long tube, fast blood that of a thin layer at the wall', () => {
  expect(Math.abs(nusseltOf({ ...artery, velocity: 1e-9 }) - 3.66)).toBeLessThan(0.01);
  const diffusivity = k / (tissues.blood.density * Number(tissues.blood.specificHeat));
  const leveque = 1.615 * Math.cbrt((2 * artery.diameter ** 2) / (diffusivity * 0.2e-3));
  expect(Math.abs(nusseltOf({ ...artery, velocity: 2, heatedLength: 0.2e-3 }) / leveque - 1)).toBeLessThan(
    0.02,
  );
});

test('it grows with the flow', () => {
  const all = [0.001, 0.01, 0.1, 1].map((velocity) => nusseltOf({ ...artery, velocity }));
  expect(all).toEqual(all.toSorted((a, b) => a - b));
});

test('millimetres are told from metres', () => {
  expect(() => vesselCoefficient({ ...artery, diameter: 3 })).toThrow('did you mean 3e-3 (3 mm)?');
});

test.each(['diameter', 'velocity', 'heatedLength'])('%s must lie within its limits', (name) => {
  expect(() => vesselCoefficient({ ...artery, [name]: 0 })).toThrow(LesionModelError);
  expect(() => vesselCoefficient({ ...artery, [name]: NaN })).toThrow(new RegExp(`^${name} must be`));
  expect(() => vesselCoefficient(null as unknown as typeof artery)).toThrow(LesionModelError);
});
