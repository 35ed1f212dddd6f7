import type { CheckedProblem } from './checked.js';
import type { ArrheniusKinetics, Criterion, KineticsRecord, ThreeStateKinetics } from './criterion.js';
import { arrhenius, criterionSchema } from './criterion-schema.js';
import { DEFAULT_CRITERIA, DEFAULT_CRITERION } from './defaults.js';
import { parse } from './parse.js';
import { requireAboveStart } from './relations.js';
import { invalidInput, mustBe } from './sentence.js';

/** Branches follow each other without an overlap. */
function requireSoundBranches({ branches }: ArrheniusKinetics, path: string): void {
  if (branches.length === 0)
    throw invalidInput(path, 'must be a list with at least one branch, but was empty');
  let end = -Infinity;
  branches.forEach(({ from = -Infinity, to = Infinity }, k) => {
    if (from < end) {
      const where =
        end === Infinity ? 'left out of a list whose earlier branch has no end (to)' : `at least ${end} °C`;
      throw invalidInput(`${path}[${k}].from`, mustBe(where, branches[k]?.from));
    }
    if (to <= from) throw invalidInput(`${path}[${k}].to`, mustBe(`above its from (${from} °C)`, to));
    end = to;
  });
}

function requireSoundParts(
  { initialAlive, initialDead }: ThreeStateKinetics,
  deadFraction: number,
  path: string,
): void {
  const most = 1 - initialAlive;
  if (initialDead > most + 1e-12) {
    const requirement = `at most what initialAlive (${initialAlive}) leaves of 1`;
    throw invalidInput(`${path}.kinetics.initialDead`, mustBe(requirement, initialDead));
  }
  if (deadFraction <= initialDead) {
    const requirement = `above kinetics.initialDead (${initialDead}), which is dead before heating`;
    throw invalidInput(`${path}.deadFraction`, mustBe(requirement, deadFraction));
  }
}

function requireSoundValidity({ validity }: KineticsRecord, path: string): void {
  for (const name of ['temperature', 'time'] as const) {
    const { from = -Infinity, to = Infinity } = validity?.[name] ?? {};
    if (to < from)
      throw invalidInput(`${path}.validity.${name}.to`, mustBe(`at least its from (${from})`, to));
  }
}

/**
 * Checks the kinetics of an Arrhenius rule.
 *
 * @param path - Where they stand in the caller's input.
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function checkKinetics(kinetics: unknown, path: string): ArrheniusKinetics {
  const checked = parse(arrhenius, kinetics, path) as ArrheniusKinetics;
  requireSoundBranches(checked, `${path}.branches`);
  requireSoundValidity(checked, path);
  return checked;
}

/**
 * Checks one criterion; left out, it is the peak isotherm of 50 °C.
 *
 * @param path - Where it stands in the caller's options.
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function checkCriterion(criterion: unknown, problem: CheckedProblem, path = 'criterion'): Criterion {
  if (criterion === undefined) return DEFAULT_CRITERION;
  const checked = parse(criterionSchema, criterion, path) as Criterion;
  switch (checked.kind) {
    case 'peak-temperature':
      requireAboveStart(
        checked.threshold,
        problem.startTemperature,
        'criterion.threshold',
        `${path}.threshold`,
      );
      break;
    case 'arrhenius':
      requireSoundBranches(checked.kinetics, `${path}.kinetics.branches`);
      requireSoundValidity(checked.kinetics, `${path}.kinetics`);
      break;
    case 'three-state':
      requireSoundParts(checked.kinetics, checked.deadFraction, path);
      requireSoundValidity(checked.kinetics, `${path}.kinetics`);
      break;
    case 'cem43':
      break;
  }
  return checked;
}

/**
 * Checks a list of criteria; left out, it is `DEFAULT_CRITERIA`.
 *
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function checkCriteria(criteria: unknown, problem: CheckedProblem): readonly Criterion[] {
  if (criteria === undefined) return DEFAULT_CRITERIA;
  if (!Array.isArray(criteria)) throw invalidInput('criteria', mustBe('a list of criteria', criteria));
  return Array.from(criteria, (criterion: unknown, k) => {
    const path = `criteria[${k}]`;
    if (criterion === undefined) throw invalidInput(path, mustBe('a criterion', criterion));
    return checkCriterion(criterion, problem, path);
  });
}
