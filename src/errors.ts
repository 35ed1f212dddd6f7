/** What went wrong, for programs: the message is for people. */
export type ErrorCode =
  /** A value of the problem or the options is missing, unknown, of the wrong kind or out of range. */
  | 'invalid-input'
  /** The lesion reaches the outer boundary of the computed region. */
  | 'domain-too-small'
  /** The run did not track what the criterion needs. */
  | 'criterion-not-tracked'
  /** The computed field is not finite. */
  | 'diverged'
  /** A warning, while the option `strict` turns warnings into errors. */
  | 'strict';

/**
 * The one error that this package throws on purpose.
 *
 * @remarks `path` names the culprit in the caller's own data, as in `'heating.target'`; it is empty when no single
 * input is at fault.
 */
export class LesionModelError extends Error {
  override readonly name = 'LesionModelError';
  /** For programs. */
  readonly code: ErrorCode;
  /** The field at fault, for example `'heating.target'`. */
  readonly path: string;

  constructor(code: ErrorCode, message: string, path = '') {
    super(message);
    this.code = code;
    this.path = path;
  }
}
