import { type CheckedProblem, type CheckedTissue, tissuesOf } from './checked.js';
import { type Criterion, type DamageRule, ruleOf, rulesOf } from './criterion.js';

/** Where a tissue's vessels close: Ω = 1 by its kinetics; null where they never do, or where there is no flow. */
function shutOff({ perfusionRate, perfusionResponse: { kinetics } }: CheckedTissue): Criterion | null {
  return kinetics === null || perfusionRate === 0 ? null : { kind: 'arrhenius', kinetics, omega: 1 };
}

/** The rule whose Ω closes a tissue's vessels; null where nothing does. */
export function shutOffRule(tissue: CheckedTissue): DamageRule | null {
  const criterion = shutOff(tissue);
  return criterion === null ? null : ruleOf(criterion);
}

/** The rules that a run keeps count of: those of the criteria, and those that its perfusion follows. */
export function rulesFor(criteria: readonly Criterion[], problem: CheckedProblem): readonly DamageRule[] {
  const closing = tissuesOf(problem).flatMap((tissue) => shutOff(tissue) ?? []);
  return rulesOf([...criteria, ...closing]);
}
