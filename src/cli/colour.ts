import type { CliOutput } from './session.js';

/** What a terminal is told: red from here on, and no colour. */
const [RED, PLAIN] = ['\u001b[31m', '\u001b[39m'];

/** Words in red on a terminal, unless the variable NO_COLOR is set (https://no-color.org). */
export function inRed(words: string, { isTTY }: CliOutput['stderr']): string {
  const hasColour = isTTY === true && (process.env.NO_COLOR ?? '') === '';
  return hasColour ? `${RED}${words}${PLAIN}` : words;
}
