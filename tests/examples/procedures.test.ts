import { expect, test, vi } from 'vitest';
import { inMillimetres } from '../../examples/millimetres.js';
import { pages } from '../../examples/procedures.js';
import { expectShown } from './shown-picture.js';

// The pages are long: they are looked at here, and not printed.
vi.hoisted(() => {
  vi.spyOn(console, 'log').mockReturnValue(undefined);
});

/** Width and length by 50 °C [mm]; none where no lesion by heat is intended. */
const SIZES: Readonly<Record<string, readonly [width: number, length: number]>> = {
  trigeminalThermal: [6.09, 9.35],
  trigeminalStaged: [6.21, 9.34],
  lumbarMedialBranch: [10.49, 17.74],
  sacroiliacLateralBranch: [12.42, 10.72],
  genicularConventional: [10.49, 17.74],
  genicularCooled: [12.42, 10.72],
  drgThermal: [4.98, 8.19],
  drgPulsed: [0, 0],
  thalamotomy: [7.97, 10.56],
  pallidotomy: [6.81, 9.12],
  cervicalMedialBranch: [7.5, 10.59],
  cordotomy: [3.81, 5.01],
  seegContact: [5.51, 7.38],
};

test('every procedure has its page', () => {
  expect(pages.map(({ name }) => name)).toEqual(Object.keys(SIZES));
  expect(console.log).toHaveBeenCalledTimes(pages.length);
});

test.each(pages)('$name is computed to the end, with a bar that is small', ({ name, lesion }) => {
  const [width = NaN, length = NaN] = SIZES[name] ?? [];
  expect(lesion.outcome).toEqual({ kind: 'completed' });
  expect(Math.abs(1e3 * lesion.width.value - width)).toBeLessThan(0.05);
  expect(Math.abs(1e3 * lesion.length.value - length)).toBeLessThan(0.05);
  expect(lesion.width.numericalError).toBeLessThan(0.02 * Math.max(lesion.width.value, 1e-6));
  expect(lesion.energyAudit.residual).toBeLessThan(1e-3);
});

test.each(pages)('the page of $name is whole', ({ name, problem, page }) => {
  expect(page).toContain(problem.about?.name);
  for (const words of ['target', 'at risk', 'needle', 'heating', 'assumed', 'sources']) {
    expect(page).toContain(words);
  }
  expect(page).toContain(name === 'drgPulsed' ? 'none by 50 °C' : 'mm long by 50 °C');
  expect(page).toContain('by CEM43 240 min');
  expect(page).not.toMatch(/undefined|NaN|\[object/);
});

test('pulses stay at their limit, and say what they are', () => {
  const page = pages.find(({ name }) => name === 'drgPulsed')?.page;
  expect(page).toContain('pulses at the end');
  expect(page).toMatch(/sensor 42\.00/);
});

test('the gallery says what it finds', () => {
  const widths = pages.map(({ lesion }) => lesion.width).filter(({ value }) => value > 0);
  const [least, ...others] = widths.toSorted((a, b) => a.value - b.value);
  const finding = [least, others.at(-1)].flatMap((one) => (one ? [`${inMillimetres(one)} mm`] : []));
  expect(finding).toHaveLength(2);
  expectShown('procedures', { finding });
});
