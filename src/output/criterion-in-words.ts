import type { Criterion, NumberRange, Validity } from '../problem/criterion.js';

/** The rule behind a criterion, for a table: 'peak temperature', 'CEM43 (ISO)', 'Arrhenius, liver coagulation'. */
export function describeRule(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'peak-temperature':
      return 'peak temperature';
    case 'cem43':
      return criterion.rule === 'iso' ? 'CEM43 (ISO)' : 'CEM43';
    case 'arrhenius':
      return `Arrhenius, ${criterion.kinetics.name ?? 'own kinetics'}`;
    case 'three-state':
      return `three-state, ${criterion.kinetics.name ?? 'own kinetics'}`;
  }
}

/** The threshold of a criterion with its unit: '50 °C', '240 min', 'Ω = 1', '80 % dead'. */
export function describeThreshold(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'peak-temperature':
      return `${criterion.threshold} °C`;
    case 'cem43':
      return `${criterion.minutes} min`;
    case 'arrhenius':
      return `Ω = ${criterion.omega}`;
    case 'three-state':
      return `${Number((100 * criterion.deadFraction).toPrecision(6))} % dead`;
  }
}

/** A criterion in a few words: '50 °C', 'CEM43 240 min', 'Ω = 1, liver coagulation'. */
export function describeCriterion(criterion: Criterion): string {
  const threshold = describeThreshold(criterion);
  switch (criterion.kind) {
    case 'peak-temperature':
      return threshold;
    case 'cem43':
      return `${describeRule(criterion)} ${threshold}`;
    case 'arrhenius':
    case 'three-state':
      return `${threshold}, ${criterion.kinetics.name ?? 'own kinetics'}`;
  }
}

/** A range with its unit: '39–57 °C', 'at most 57 °C'. */
export function describeRange({ from, to }: NumberRange, unit: string): string {
  if (from !== undefined && to !== undefined) return `${from}–${to} ${unit}`;
  if (from !== undefined) return `${from} ${unit} and more`;
  return to === undefined ? `any ${unit}` : `at most ${to} ${unit}`;
}

/** What a damage rule is known to hold for: '44–60 °C', '300–900 s', 'not stated'. */
export function describeValidity(validity: Validity | null): string {
  const parts = [
    ...(validity?.temperature ? [describeRange(validity.temperature, '°C')] : []),
    ...(validity?.time ? [describeRange(validity.time, 's')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'not stated';
}
