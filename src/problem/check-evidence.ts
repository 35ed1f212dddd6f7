import type { Evidence } from './evidence.js';
import { invalidInput, mustBe } from './sentence.js';
import type { Electrode, Material, Problem, Tissue } from './types.js';

function requireSoundEvidence(evidence: Evidence, path: string): void {
  const { grade, sources, low, high, value } = evidence;
  if (grade !== 'M' && sources.length === 0) {
    throw invalidInput(`${path}.sources`, "must be a list with at least one source, unless the grade is 'M'");
  }
  if ((low === undefined) !== (high === undefined)) {
    const missing = low === undefined ? 'low' : 'high';
    throw invalidInput(`${path}.${missing}`, 'must be given, as the other end of the range is');
  }
  if (low === undefined || high === undefined) return;
  if (low > high) throw invalidInput(`${path}.high`, mustBe(`at least ${path}.low (${low})`, high));
  if (value !== undefined && (value < low || value > high)) {
    throw invalidInput(`${path}.value`, mustBe(`within its range (${low} to ${high})`, value));
  }
}

/**
 * Checks what the numbers of a problem are said to rest on.
 *
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function requireSoundEvidences({ electrode, tissue, regions = [] }: Problem): void {
  const of = (holder: Tissue | Electrode | Material, path: string): void => {
    for (const [name, evidence] of Object.entries(holder.evidence ?? {}) as [
      string,
      Evidence | undefined,
    ][]) {
      if (evidence) requireSoundEvidence(evidence, `${path}.evidence.${name}`);
    }
  };
  const { body, insulation } = electrode;
  of(electrode, 'electrode');
  of(body.material, 'electrode.body.material');
  if (body.kind === 'tube') of(body.core, 'electrode.body.core');
  if (insulation) of(insulation.material, 'electrode.insulation.material');
  of(tissue, 'tissue');
  regions.forEach((region, k) => {
    of(region.tissue, `regions[${k}].tissue`);
  });
}
