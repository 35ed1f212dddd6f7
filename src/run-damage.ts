import type { DamageRecord, RunDamage, RunState } from './lesion-run.js';
import { damageModel, type DamageModel, type DamageState } from './physics/damage.js';
import type { DamageRule } from './problem/criterion.js';

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
  /** The damage until now, of a state that is left as it is. */
  settled(state: RunState, tipTemperature?: number): RunDamage;
}

/** Temperature goes on nearly straight for so many time steps: damage is counted once for all of them. */
export const STEPS_PER_COUNT = 4;

/** Makes what counts the damage of a run by its rules. */
export function makeDamageCount(
  rules: readonly DamageRule[],
  s: Float64Array,
  reference: number,
): DamageCount {
  const models: readonly DamageModel[] = rules.map(damageModel);
  let now: Float64Array = new Float64Array(s.length);

  function add({ v, time }: RunState, damage: RunDamage, tipTemperature?: number): void {
    const dt = time - damage.time;
    if (models.length === 0 || dt <= 0) return;
    for (let c = 0; c < now.length; c++) now[c] = v[c]! * s[c]! + reference;
    models.forEach((model, k) => model.accumulate(damage.states[k]!, damage.temperature, now, dt));
    [damage.temperature, now] = [now, damage.temperature];
    damage.time = time;
    if (damage.tip === null || tipTemperature === undefined) return;
    const { temperature, states } = damage.tip;
    const after = Float64Array.of(tipTemperature);
    models.forEach((model, k) => model.accumulate(states[k]!, temperature, after, dt));
    temperature.set(after);
  }

  return {
    count: (state, tipTemperature) => add(state, state.damage, tipTemperature),
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
