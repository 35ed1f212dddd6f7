/** Where the command line writes to, and what may interrupt it; `process` is one. */
export interface CliOutput {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  once?(event: 'SIGINT', listener: () => void): unknown;
  off?(event: 'SIGINT', listener: () => void): unknown;
}

/** What the shell is told. */
export const EXIT = { done: 0, failed: 1, badInput: 2, differs: 3, stopped: 130 } as const;

/** The same for `--help`. */
export const EXIT_WORDS: string = `Exit codes: ${EXIT.done} done; ${EXIT.badInput} bad input, told in one sentence; ${EXIT.differs} a repeated run differs; ${EXIT.stopped} stopped by Ctrl-C; ${EXIT.failed} anything else.`;

/** One call of the command line. */
export interface Session {
  readonly io: CliOutput;
  /** What the shell will be told, unless an error is thrown. */
  exitCode: (typeof EXIT)[keyof typeof EXIT];
}
