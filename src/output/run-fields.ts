import type { LesionRun } from '../lesion-run.js';
import type { DamageState } from '../physics/damage.js';
import type { DamageRule } from '../problem/criterion.js';
import { invalidInput } from '../problem/sentence.js';
import { ISO_RANGE } from '../problem/validity.js';

/** A field of a run, as files name it. */
export interface RunField {
  /** As an array is called in a program: 'peak_temperature'. */
  readonly key: string;
  /** For people, with its unit: 'peak temperature [°C]'. */
  readonly title: string;
  /** Shape [nz·nr]. */
  readonly data: Float64Array;
}

/** The damage by one rule in each cell: CEM43 [min], Ω, or the dead part of the cells; Infinity where CEM43 has no limit. */
function damageOf(state: DamageState): Float64Array {
  switch (state.kind) {
    case 'sum':
      return state.sum;
    case 'iso':
      return state.sum.map((minutes, c) => (state.highest[c]! > ISO_RANGE.to ? Infinity : minutes));
    case 'three-state':
      return state.alive.map((alive, c) => 1 - alive - state.vulnerable[c]!);
  }
}

const OWN_KINETICS = 'own kinetics';

function wordsOf(rule: DamageRule): Pick<RunField, 'key' | 'title'> {
  switch (rule.kind) {
    case 'cem43':
      return rule.rule === 'iso'
        ? { key: 'damage_cem43_iso', title: 'CEM43 (ISO) [min]' }
        : { key: 'damage_cem43', title: 'CEM43 [min]' };
    case 'arrhenius': {
      const name = rule.kinetics.name ?? OWN_KINETICS;
      return { key: `damage_arrhenius_${asKey(name)}`, title: `damage integral [1], ${name}` };
    }
    case 'three-state': {
      const name = rule.kinetics.name ?? OWN_KINETICS;
      return { key: `damage_three_state_${asKey(name)}`, title: `dead part of cells [1], ${name}` };
    }
  }
}

const asKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');

/** Tells fields of one name apart: the second is called 'name 2'. */
function distinct(fields: readonly RunField[]): RunField[] {
  return fields.map((field, k) => {
    const before = fields.slice(0, k).filter(({ key }) => key === field.key).length;
    if (before === 0) return field;
    return { ...field, key: `${field.key}_${before + 1}`, title: `${field.title} ${before + 1}` };
  });
}

/** @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for a field that has not one number for each cell. */
export function requireCells(data: ArrayLike<number>, cells: number, path: string): void {
  if (data.length === cells) return;
  throw invalidInput(path, `must have one number for each of ${cells} cells, but had ${data.length}`);
}

/** What the end of a run has in its cells: temperature and highest temperature so far. */
export function temperatureFields({ grid, temperature, exposure }: LesionRun): RunField[] {
  const peak = exposure.final.peakTemperature.data;
  requireCells(temperature.data, grid.size, 'run.temperature.data');
  requireCells(peak, grid.size, 'run.exposure.final.peakTemperature.data');
  return [
    { key: 'temperature', title: 'temperature [°C]', data: temperature.data },
    { key: 'peak_temperature', title: 'peak temperature [°C]', data: peak },
  ];
}

/** The damage at the end of a run by every rule that it kept count of. */
export function damageFields({ grid, exposure }: LesionRun): RunField[] {
  return distinct(
    exposure.final.damage.map(({ rule, state }, k) => {
      const data = damageOf(state);
      requireCells(data, grid.size, `run.exposure.final.damage[${k}].state`);
      return { ...wordsOf(rule), data };
    }),
  );
}
