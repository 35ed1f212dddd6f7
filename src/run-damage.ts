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

/**
 * Makes what counts the damage of a run.
 *
 * @returns A function to be called after every step or tick with its length [s] and, for a held tip, the temperature of its
 * surface [°C].
 */
export function makeDamageCount(
  rules: readonly DamageRule[],
  s: Float64Array,
  reference: number,
): (state: RunState, dt: number, tipTemperature?: number) => void {
  if (rules.length === 0) return () => undefined;
  const models: readonly DamageModel[] = rules.map(damageModel);
  let now: Float64Array = new Float64Array(s.length);
  return ({ v, damage }, dt, tipTemperature) => {
    for (let c = 0; c < now.length; c++) now[c] = v[c]! * s[c]! + reference;
    models.forEach((model, k) => model.accumulate(damage.states[k]!, damage.temperature, now, dt));
    [damage.temperature, now] = [now, damage.temperature];
    if (damage.tip === null || tipTemperature === undefined) return;
    const { temperature, states } = damage.tip;
    const after = Float64Array.of(tipTemperature);
    models.forEach((model, k) => model.accumulate(states[k]!, temperature, after, dt));
    temperature.set(after);
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
