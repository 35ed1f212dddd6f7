import type { Problem } from 'rf-lesion';
import { readJson } from './files.js';

/** A file may say which schema it follows, for editors: `rf-lesion/schema.json`. It is no part of the problem. */
function withoutSchema(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content;
  const { $schema, ...problem } = content as Readonly<Record<string, unknown>>;
  return $schema === undefined || typeof $schema === 'string' ? problem : content;
}

/** A problem from a file; what is in it is checked by whoever computes it. */
export async function readProblem(file: string): Promise<Problem> {
  return withoutSchema(await readJson(file, 'a problem')) as Problem;
}
