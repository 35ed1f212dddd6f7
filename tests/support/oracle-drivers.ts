// What drives the oracle's cells: the terms of the equation, read from a heat step that is never advanced, and the heat put in.
import type { CheckedProblem } from '../../src/problem/checked.js';
import type { DrivenModel, HeatedMedium, HeldModel } from '../../src/run-model.js';
import type { RunStage } from '../../src/run-plan.js';
import { type HeatInput, type HeatSystem, makeOracleStep, type OracleStep } from './oracle-step.js';

/** Square of the generator's voltage at an impedance [V²]. */
export type Ask = (impedance: number) => number;

/** What drives the cells in one stage. */
export interface Driver {
  readonly step: OracleStep;
  /** @param since - Time from which the input counts [s]. */
  input(since: number, ask: Ask): HeatInput;
  /** Impedance by the last input [Ω]; 0 without a field. */
  impedance(): number;
}

/** Heat is taken anew for what a stage has come to so often; a third time changes nothing that is looked at. */
const PASSES = 2;

/** Residual of the oracle's own field solves, relative to the field. */
const FIELD_TOLERANCE = 1e-8;

/** The equation's terms out of a heat step that is never advanced. */
interface Terms {
  readonly system: HeatSystem;
  /** Heat that does not depend on temperature [W]. */
  readonly fixed: Float64Array;
}

function termsOf(
  { grid: { nr, size }, inverseRootCapacity }: HeldModel | DrivenModel,
  { step: { terms, setTimeStep } }: HeatedMedium,
): Terms {
  setTimeStep(1); // without which the fixed heat cannot be read
  const { alongR, alongZ } = terms;
  const loss = Float64Array.from({ length: size }, (_, c) => terms.loss(c));
  const fixed = Float64Array.from({ length: size }, (_, c) => terms.fixed(c));
  const capacity = inverseRootCapacity.map((s) => 1 / s ** 2);
  return { system: { nr, capacity, alongR, alongZ, loss }, fixed };
}

/**
 * The step in tissue whose conductivity changes: it is that of the mean of the step's two ends, the second of which is found in
 * a first try.
 */
function changingStep(model: DrivenModel, medium: HeatedMedium, reference: number, terms: Terms): OracleStep {
  const { changing } = medium;
  if (!changing) return makeOracleStep(terms.system, PASSES);
  if (!model.specificHeat.isConstant) throw new Error('The oracle knows no specific heat that changes.');
  return (u, h, heat) => {
    const before = u.slice();
    for (let n = 0; n < 2; n++) {
      changing.reset(u.map((x, c) => reference + (x + before[c]!) / 2));
      const now = termsOf(model, medium);
      terms.fixed.set(now.fixed);
      u.set(before);
      makeOracleStep(now.system, PASSES)(u, h, heat);
    }
  };
}

/** The tip held at a temperature above the reference, or, without one, a needle that takes up no heat. */
export function heldDriver(model: HeldModel, surface: ((time: number) => number) | null): Driver {
  const { held, adiabatic } = model.medium;
  if (held.changing) throw new Error('The oracle knows no tissue that changes about a held tip.');
  const [open, closed] = [termsOf(model, held), termsOf(model, adiabatic)];
  const { system, fixed } = surface ? open : closed;
  const wall = open.system.loss.map((G, c) => G - closed.system.loss[c]!); // the two differ by the links to the tip
  return {
    step: makeOracleStep(system, 1),
    input: (since) => (time, _, out) => {
      const rise = surface ? surface(since + time) : 0;
      for (let c = 0; c < out.length; c++) out[c] = fixed[c]! + wall[c]! * rise;
    },
    impedance: () => 0,
  };
}

/** Joule heat of a voltage, in the field of the temperatures at each moment. */
export function currentDriver(
  model: DrivenModel,
  { returnPathResistance, arterialTemperature }: CheckedProblem,
): Driver {
  const { grid, field, conductivity } = model;
  const terms = termsOf(model, model.medium);
  const { fixed } = terms;
  const room = (): Float64Array => new Float64Array(grid.size);
  const [T, sigma, phi, heat] = [room(), room(), room(), room()];
  let impedance = 0;
  return {
    step: changingStep(model, model.medium, arterialTemperature, terms),
    input: (_, ask) => (_time, u, out) => {
      out.set(fixed);
      if (ask(1) === 0) return;
      for (let c = 0; c < u.length; c++) T[c] = arterialTemperature + u[c]!;
      conductivity.fill(T, sigma);
      for (let c = 0; c < u.length; c++) if (grid.isTissue[c] === 0) sigma[c] = 0;
      const { conductance } = field.solve(sigma, phi, heat, FIELD_TOLERANCE);
      impedance = 1 / conductance + returnPathResistance;
      const scale = ask(impedance) * (1 - returnPathResistance / impedance) ** 2;
      for (let c = 0; c < u.length; c++) out[c] = out[c]! + scale * heat[c]!;
    },
    impedance: () => impedance,
  };
}

/** A limit on the sensor that the cases are far from [°C]. */
const NEVER_REACHED = 95;

/** What a generator that does not look at its sensor gives; nothing where there is none. */
export function askOf(heating: RunStage['heating']): Ask {
  if ('maxSensorTemperature' in heating && heating.maxSensorTemperature < NEVER_REACHED)
    throw new Error('The oracle does not limit the sensor.');
  switch (heating.kind) {
    case 'power':
      return (impedance) => heating.power * impedance;
    case 'voltage':
      return () => heating.voltage ** 2;
    case 'pulsed':
      return () => heating.voltage ** 2 * heating.pulseWidth * heating.pulseRate;
    case 'temperature':
    case 'tip-temperature':
    case 'off':
      return () => 0;
  }
}
