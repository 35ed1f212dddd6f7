import type { Layout } from './grid/layout.js';
import type { DamageRecord, RunDamage, RunState } from './lesion-run.js';
import { damageModel, type DamageModel, type DamageState } from './physics/damage.js';
import { type DamageRule, keyOfRule } from './problem/criterion.js';
import { shutOffRule } from './problem/shut-off.js';
import { tissuesOf } from './problem/checked.js';
import type { CheckedRun } from './run-options.js';

/** The damage before heating, by every rule that a run keeps count of; a held tip's surface is counted apart. */
export function openDamage(
  rules: readonly DamageRule[],
  size: number,
  temperature: number,
  hasHeldTip: boolean,
): RunDamage {
  const models = rules.map(damageModel);
  const cells = rules.length > 0 ? size : 0;
  return {
    time: 0,
    temperature: new Float64Array(cells).fill(temperature),
    rate: new Float64Array(cells),
    rateTime: 0,
    states: models.map((model) => model.start(size, temperature)),
    tip: hasHeldTip
      ? {
          temperature: Float64Array.of(temperature),
          states: models.map((model) => model.start(1, temperature)),
        }
      : null,
  };
}

/** What counts the damage of a run. */
export interface DamageCount {
  /**
   * Counts from the last time on until now.
   *
   * @param tipTemperature - Of a held tip's surface now [°C].
   */
  count(state: RunState, tipTemperature?: number): void;
  /** To be called where the rate of heating jumps. */
  jump(state: RunState): void;
  /** The damage until now, of a state that is left as it is. */
  settled(state: RunState, tipTemperature?: number): RunDamage;
}

/** Temperature goes on nearly straight for so many time steps: damage is counted once for all of them. */
export const STEPS_PER_COUNT = 4;

/**
 * Makes what counts the damage of a run by its rules.
 *
 * @param source - The cell whose temperature each cell has had, shape [nz·nr]; null: its own.
 */
export function makeDamageCount(
  rules: readonly DamageRule[],
  s: Float64Array,
  reference: number,
  source: Int32Array | null = null,
): DamageCount {
  const models: readonly DamageModel[] = rules.map(damageModel);
  const cells = rules.length > 0 ? s.length : 0;
  const [from, to] = [new Float64Array(cells), new Float64Array(cells)];

  /**
   * Straight lines that do what the curved course of temperature does: raised by its mean above the chord.
   *
   * ```text
   * T(t) ≈ chord + T″/2 · (t − t₀)(t − t₁),   mean above the chord = −T″ Δt²/12
   * ```
   */
  function straighten({ v }: RunState, { temperature, rate, rateTime }: RunDamage, dt: number): void {
    const part = rateTime > 0 ? dt ** 2 / 12 / ((dt + rateTime) / 2) : 0;
    for (let c = 0; c < cells; c++) {
      const before = temperature[c]!;
      const k = source === null ? c : source[c]!;
      const after = v[k]! * s[k]! + reference;
      const change = (after - before) / dt;
      const above = part * (rate[c]! - change);
      from[c] = before + above;
      to[c] = after + above;
      rate[c] = change;
      temperature[c] = after;
    }
  }

  function add(state: RunState, damage: RunDamage, tipTemperature?: number): void {
    const dt = state.time - damage.time;
    if (cells === 0 || dt <= 0) return;
    straighten(state, damage, dt);
    damage.rateTime = dt;
    damage.time = state.time;
    models.forEach((model, k) => model.accumulate(damage.states[k]!, from, to, dt));
    if (damage.tip === null || tipTemperature === undefined) return;
    const { temperature, states } = damage.tip;
    const after = Float64Array.of(tipTemperature);
    models.forEach((model, k) => model.accumulate(states[k]!, temperature, after, dt));
    temperature.set(after);
  }

  return {
    count: (state, tipTemperature) => add(state, state.damage, tipTemperature),
    jump({ damage }): void {
      damage.rateTime = 0;
    },
    settled(state, tipTemperature): RunDamage {
      if (state.damage.time >= state.time) return state.damage;
      const damage = structuredClone(state.damage);
      add(state, damage, tipTemperature);
      return damage;
    },
  };
}

/** What a run has counted so far, kept apart from the running state. */
export function damageSoFar(
  rules: readonly DamageRule[],
  { states, tip }: RunDamage,
  isWanted: (rule: number) => boolean,
): DamageRecord[] {
  return rules.flatMap((rule, k) => {
    if (!isWanted(k)) return [];
    const atTip = tip === null ? null : structuredClone<DamageState>(tip.states[k]!);
    return [{ rule, state: structuredClone(states[k]!), tip: atTip }];
  });
}

/**
 * Makes what reads the Ω that closes vessels from a run's state, each cell's by the kinetics of its tissue: 0 where nothing closes
 * them, null where nothing does anywhere.
 */
export function makeOmegaReader(
  { rules, checked }: Pick<CheckedRun, 'rules' | 'checked'>,
  { mediumOf }: Pick<Layout, 'mediumOf'>,
): (state: RunState) => Float64Array | null {
  const tissues = tissuesOf(checked);
  const indices = tissues.map((tissue) => {
    const shutOff = shutOffRule(tissue);
    return shutOff === null ? -1 : rules.findIndex((rule) => keyOfRule(rule) === keyOfRule(shutOff));
  });
  const sumOf = ({ damage }: RunState, index: number): Float64Array | null => {
    const counted = damage.states[index];
    return counted?.kind === 'sum' ? counted.sum : null;
  };
  const index = Math.max(...indices);
  const isOne = tissues.every(({ perfusionRate }, m) => indices[m] === index || perfusionRate === 0);
  if (isOne) return (state) => sumOf(state, index);
  const combined = new Float64Array(mediumOf.length);
  return (state) => {
    const sums = indices.map((one) => sumOf(state, one));
    for (let c = 0; c < combined.length; c++) combined[c] = sums[mediumOf[c]!]?.[c] ?? 0;
    return combined;
  };
}
