// Pages of the site that show source files, with an anchor at every line and at every declaration.

/** Lines, from 1, on which a TypeScript file declares a name at its top level. */
export function declarationsIn(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n');
  const found = lines.flatMap((line, k): [string, number][] => {
    const match =
      /^(?:export )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) ([A-Za-z_$][\w$]*)/.exec(
        line,
      );
    return match?.[1] === undefined ? [] : [[match[1], k + 1]];
  });
  return new Map(found.reverse()); // of overloads the first
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A page of the site with a file's text.
 *
 * @param toRoot - The way from the page to the site's root, as in '../../'.
 */
export function sourcePage(path: string, text: string, toRoot: string): string {
  const names = new Map([...declarationsIn(text)].map(([name, line]) => [line, name]));
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line, k) => {
      const name = names.get(k + 1);
      const anchor = name === undefined ? '' : ` class="declared"><span id="${name}"></span`;
      return `<span id="L${k + 1}"${anchor}>${escaped(line)}</span>`;
    });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${path} | rf-lesion</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; }
header { padding: 0.7rem 1rem; border-bottom: 1px solid #8886; }
pre { margin: 0; padding: 1rem; overflow-x: auto; counter-reset: line; font: 13px/1.45 ui-monospace, monospace; }
pre > span { display: block; counter-increment: line; scroll-margin-top: 30vh; }
pre > span::before { content: counter(line); display: inline-block; width: 3em; margin-right: 1em; text-align: right; opacity: 0.5; }
pre span[id] { scroll-margin-top: 30vh; }
.declared { font-weight: 600; }
:target, :has(> :target) { background: #fd06; }
</style>
</head>
<body>
<header><a href="${toRoot}index.html">rf-lesion</a> · <code>${path}</code></header>
<pre>${lines.join('\n').replaceAll('</span>\n<span', '</span><span')}</pre>
</body>
</html>
`;
}
