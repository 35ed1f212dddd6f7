// The held tip as people write it in an afternoon, treated fairly: a uniform grid whose lines meet the needle's wall and end, explicit
// Euler at its longest stable step, typed arrays, coefficients worked out beforehand, a domain no larger than it must be.
import { feProblem } from '../../tests/support/problems.js';

/** How far the domain reaches beyond the needle and above the bare tip [m], and how long is cooled down [s]: no size changes by 0.1 %. */
const REACH = 12e-3;
const COOL_DOWN = 8;

/** Part of the longest stable step. */
const SAFE = 0.98;

export interface NaiveAnswer {
  /** Of the peak isotherm of 50 °C [m]. */
  readonly width: number;
  readonly cells: number;
  readonly steps: number;
}

/** Heats the tip of the task for its time; `parts` cells make up the needle's radius. */
export function solveNaively(parts: number): NaiveAnswer {
  const { electrode, tissue, heating } = feProblem;
  const { ramp = 0 } = heating;
  const h = electrode.radius / parts;
  const tipCells = Math.round(electrode.tipLength / h);
  const [nr, below] = [parts + Math.round(REACH / h), Math.round(REACH / h)];
  const nz = below + tipCells + Math.round(REACH / h);
  const k = tissue.thermalConductivity as number;
  const alpha = k / (tissue.density * (tissue.specificHeat as number));
  const dt = (SAFE * h ** 2) / (4 * alpha);
  const lambda = (alpha * dt) / h ** 2;

  // Flux to the neighbours in r, by the circumference of the face over that of the cell.
  const inward = new Float64Array(nr);
  const outward = new Float64Array(nr);
  for (let i = 0; i < nr; i++) {
    inward[i] = (lambda * i) / (i + 0.5);
    outward[i] = i < nr - 1 ? (lambda * (i + 1)) / (i + 0.5) : 0;
  }
  let T = new Float64Array(nr * nz).fill(37);
  let next = T.slice();
  const peak = T.slice();
  const end = heating.duration + COOL_DOWN;
  const steps = Math.ceil(end / dt);
  for (let n = 0; n < steps; n++) {
    const time = n * dt;
    const isOn = time < heating.duration;
    const tip = time < ramp ? 37 + ((heating.target - 37) * time) / ramp : heating.target;
    for (let j = 1; j < nz - 1; j++) {
      const isBeside = j >= below;
      const isTip = isBeside && j < below + tipCells;
      for (let i = isBeside ? parts : 0; i < nr - 1; i++) {
        const c = j * nr + i;
        const here = T[c]!;
        let change = outward[i]! * (T[c + 1]! - here);
        if (isBeside && i === parts) {
          // The wall is half a cell away: held beside the tip, else no heat passes.
          if (isTip && isOn) change += 2 * inward[i]! * (tip - here);
        } else if (i > 0) change += inward[i]! * (T[c - 1]! - here);
        change += lambda * (T[c - nr]! - here);
        if (j === below - 1 && i < parts) {
          if (isOn) change += 2 * lambda * (tip - here);
        } else change += lambda * (T[c + nr]! - here);
        const now = here + change;
        next[c] = now;
        if (now > peak[c]!) peak[c] = now;
      }
    }
    [T, next] = [next, T];
  }
  return { width: widthOf(peak, nr, nz, h), cells: nr * nz, steps };
}

/** Of the largest row above 50 °C, its border on a straight line between nodes [m]. */
function widthOf(peak: Float64Array, nr: number, nz: number, h: number): number {
  let widest = 0;
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr - 1; i++) {
      const [here, beyond] = [peak[j * nr + i]!, peak[j * nr + i + 1]!];
      if (here < 50 || beyond >= 50) continue;
      widest = Math.max(widest, (i + 0.5 + (here - 50) / (here - beyond)) * h);
    }
  }
  return 2 * widest;
}
