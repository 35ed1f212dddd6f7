import { LesionModelError } from 'rf-lesion';
import { closestWord } from '../problem/spelling.js';

/**
 * Refuses a word that is not known, and says which one may have been meant.
 *
 * @param what - As in '--tissue' or 'A preset'.
 * @param known - Shown in words of their own where given.
 */
export function requireOneOf<Name extends string>(
  what: string,
  word: string,
  known: readonly Name[],
  shown: readonly string[] = known,
): Name {
  const found = known.find((name) => name === word);
  if (found !== undefined) return found;
  const meant = closestWord(word, known);
  const question = meant === null ? '.' : `: did you mean '${meant}'?`;
  const path = what.startsWith('--') ? what : undefined;
  throw new LesionModelError(
    'invalid-input',
    `${what} must be one of ${shown.join(', ')}, but was '${word}'${question}`,
    path,
  );
}
