import * as v from 'valibot';
import { listOf, oneOf, record, text } from './schema-parts.js';
import { mustBe } from './sentence.js';

/** The shape of a source. */
export const source: v.GenericSchema = record({
  author: text(),
  year: v.optional(
    v.pipe(
      v.number(({ input }) => mustBe('a year', input)),
      v.integer(({ input }) => mustBe('a year', input)),
    ),
  ),
  title: text(),
  doi: v.optional(text()),
  url: v.optional(text()),
  grade: oneOf('A', 'B', 'C', 'D'),
  note: v.optional(text()),
});

/** Where the numbers of a record come from. */
export const sources: v.GenericSchema = v.optional(listOf('sources', source));
