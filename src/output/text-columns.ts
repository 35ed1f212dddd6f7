/** Characters in a line of a page. */
const LINE = 110;

/** Between two columns. */
const GAP = 2;

/** Text cut into lines between words. */
export function wrap(text: string, width: number = LINE): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Rows in columns to the left, of which the last one is text that is wrapped. */
export function withText(rows: readonly (readonly string[])[]): string[] {
  const columns = (rows[0]?.length ?? 1) - 1;
  const widths = Array.from({ length: columns }, (_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  const indent = widths.reduce((sum, width) => sum + width + GAP, 0);
  return rows.flatMap((row) => {
    const head = widths.map((width, k) => row[k]!.padEnd(width + GAP)).join('');
    return wrap(row[columns]!, LINE - indent).map((line, k) =>
      `${k === 0 ? head : ' '.repeat(indent)}${line}`.trimEnd(),
    );
  });
}
