// Held tip against independent finite elements (tests/validation/data/held-tip-fem.json says what they solve).
import { describe, expect, test } from 'vitest';
import { estimateLesion, type LesionRun, simulateSteps, temperatureAt } from '../../src/index.js';
import { claim } from '../support/claims.js';
import { feStatements, type RelativeSize, relativeSizes } from '../support/fe-sizes.js';
import { feProblem } from '../support/problems.js';
import reference from './data/held-tip-fem.json';

/** Accepted differences of lengths, as parts of the lesion's width; of volumes; of temperatures [°C]; and of heat. */
const ACCEPTED = {
  standard: { length: 0.0015, volume: 0.003, widestAt: 0.008, temperature: 0.15, heat: 0.003 },
  fine: { length: 0.0004, volume: 0.001, widestAt: 0.008, temperature: 0.04, heat: 0.001 },
} as const;

const statement = feStatements({
  name: 'held-tip-fem',
  what: 'A tip held at 80 °C for 90 s',
  equations: 'Conduction about a needle that is left out, its bare surface held and its shaft insulated',
});

/** A run with a temperature field, and the heat stored so far, at every time of the reference. */
function runOf(resolution: keyof typeof ACCEPTED): { run: LesionRun; stored: Map<number, number> } {
  const snapshotTimes = Object.keys(reference.storedHeat).map(Number);
  const steps = simulateSteps(feProblem, { resolution, snapshotTimes });
  const stored = new Map<number, number>();
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) {
    const { time, heat } = next.value.state;
    stored.set(time, heat.delivered - heat.boundary);
  }
  return { run: next.value, stored };
}

describe.each(['standard', 'fine'] as const)('at %s resolution', (resolution) => {
  const accepted = ACCEPTED[resolution];
  const about = statement(resolution);
  const estimate = estimateLesion(feProblem, { resolution });
  const { run, stored } = runOf(resolution);
  const sizes = relativeSizes(estimate, reference.contours, { radius: 0.3555 });
  const errorsOf = (kind: RelativeSize['kind']): number[] =>
    sizes.filter((size) => size.kind === kind).map(({ error }) => error);

  test('every bar holds the reference', () => {
    for (const { name, error, bar } of sizes) if (bar !== null) expect(error, name).toBeLessThan(bar);
    expect(sizes.filter(({ bar }) => bar !== null)).toHaveLength(7 * 2 * 5);
  });

  test('sizes: seven borders at switch-off and at the end', () => {
    claim(about.lengths, { kind: 'worst', errors: errorsOf('length'), below: accepted.length });
    claim(about.volumes, { kind: 'worst', errors: errorsOf('volume'), below: accepted.volume });
    claim(about.widestAt, { kind: 'worst', errors: errorsOf('widestAt'), below: accepted.widestAt });
  });

  test('temperatures: every point and time', () => {
    expect(reference.temperatures).toHaveLength(9 * 24);
    const errors = reference.temperatures.map(
      ({ time, r, z, temperature }) => temperatureAt(run, { r: r * 1e-3, z: z * 1e-3 }, time) - temperature,
    );
    claim(about.temperatures, { kind: 'worst', errors, below: accepted.temperature });
  });

  test('heat that tissue holds: at every time', () => {
    const errors = Object.entries(reference.storedHeat).map(
      ([time, heat]) => stored.get(Number(time))! / heat - 1,
    );
    claim(about.more('heat', 'Heat that tissue holds', '%'), {
      kind: 'worst',
      errors,
      below: accepted.heat,
    });
  });
});
