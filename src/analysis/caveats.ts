import { isStillSo } from '../problem/evidence.js';
import { evidenceIn, type Holder } from '../problem/numbers.js';
import type { Problem, Tissue } from '../problem/types.js';
import type { Warning } from './warnings.js';

/** All tissue of a problem with its path. */
export function tissuesIn({
  tissue,
  regions = [],
}: Problem): readonly { readonly path: string; readonly tissue: Tissue }[] {
  return [
    { path: 'tissue', tissue },
    ...regions.map((region, k) => ({ path: `regions[${k}].tissue`, tissue: region.tissue })),
  ];
}

/** Everything in a problem that may say what its numbers rest on, with its path. */
function holdersIn(problem: Problem): readonly { readonly path: string; readonly holder: Holder }[] {
  const { electrode } = problem;
  const { body, insulation } = electrode;
  return [
    ...tissuesIn(problem).map(({ path, tissue }) => ({ path, holder: tissue })),
    { path: 'electrode', holder: electrode },
    { path: 'electrode.body.material', holder: body.material },
    ...(body.kind === 'tube' ? [{ path: 'electrode.body.core', holder: body.core }] : []),
    ...(insulation ? [{ path: 'electrode.insulation.material', holder: insulation.material }] : []),
  ];
}

/** A note as the end of a sentence that says by itself what is from memory; empty where the note says no more. */
function endingWith(note: string): string {
  const more = note.replace(/^from memory[.:,]?\s*/i, '').replace(/\.$/, '');
  return more === '' ? '' : `: ${more}`;
}

/** Numbers that are from memory: named, so that nobody relies on them unawares. */
export function unverifiedParameters(problem: Problem): Warning[] {
  const noted = Object.entries(problem.about?.unverified ?? {}).filter(([path]) => isStillSo(problem, path));
  const known = new Set(noted.map(([path]) => path));
  const fromEvidence = holdersIn(problem).flatMap(({ path, holder }) =>
    evidenceIn(holder)
      .filter(({ evidence }) => evidence.grade === 'M')
      .map(({ name, evidence }): [string, string] => [`${path}.${name}`, evidence.note ?? '']),
  );
  return [...noted, ...fromEvidence.filter(([path]) => !known.has(path))].map(([path, why]) => ({
    code: 'unverified-parameter',
    message: `${path} is from memory and not verified${endingWith(why)}.`,
    path,
  }));
}

/** Vessels about the needle: no likeness of a vessel to one side. */
export function vesselBounds({ regions = [] }: Problem): Warning[] {
  return regions.flatMap(({ flow }, k): Warning[] =>
    flow
      ? [
          {
            code: 'vessel-bound',
            message: `regions[${k}] is blood that flows all around: it cools more, and carries more current, than a vessel that passes to one side. The lesion is no bound in either direction: compare it with that without the vessel.`,
            path: `regions[${k}]`,
          },
        ]
      : [],
  );
}
