/**
 * A page for each procedure at hand: what it is about, how large its lesion is and what all of it rests on. Those with numbers
 * from memory come last.
 */
import { estimateLesion, formatProcedure, type LesionEstimate, type Problem, procedures } from 'rf-lesion';

const { unverified, ...cited } = procedures;

/** A procedure with its lesion and its page. */
interface Page {
  readonly name: string;
  readonly problem: Problem;
  readonly lesion: LesionEstimate;
  readonly page: string;
}

const pageOf = ([name, problem]: [string, Problem]): Page => {
  const lesion = estimateLesion(problem);
  return { name, problem, lesion, page: formatProcedure(problem, lesion) };
};

export const pages: readonly Page[] = [...Object.entries(cited), ...Object.entries(unverified)].map(pageOf);

for (const { page } of pages) console.log(`${page}\n\n${'─'.repeat(80)}\n`);
