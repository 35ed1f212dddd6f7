import { format, resolveConfig } from 'prettier';

/** A table: its head, and its rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A page that people write, but for what stands between two marks. */
export interface MarkedPage {
  readonly path: string;
  readonly begin: string;
  readonly end: string;
}

/** The text with something else between its marks, formatted. */
export async function fillMarks(
  text: string,
  { path, begin, end }: MarkedPage,
  inside: string,
): Promise<string> {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`${path} must have the marks ${begin} and ${end}, in this order.`);
  const whole = `${text.slice(0, from)}${begin}\n\n${inside}\n\n${text.slice(to)}`;
  return format(whole, { ...(await resolveConfig(path)), parser: 'markdown' });
}
