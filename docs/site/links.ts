// What is wrong with the links of a site: files that are not there, and anchors that no page has.
import { dirname, join, normalize } from 'node:path/posix';

/** Names that a page can be linked to at, in order. */
const anchorsIn = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, name = '']) => name));

/** What a page links to or shows, as written. */
const targetsIn = (html: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(/<(?:a|link|img|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, to = '']) => to),
  ),
];

const isElsewhere = (target: string): boolean => /^(?:[a-z]+:|\/\/)/i.test(target);

/** Text of an attribute: the five entities that typedoc writes. */
const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/**
 * The links of a site that lead nowhere, as 'page: target'.
 *
 * @param pages - The text of every HTML page by its path in the site.
 * @param files - The paths of all files of the site.
 */
export function brokenLinks(
  pages: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
): readonly string[] {
  const anchors = new Map([...pages].map(([path, html]) => [path, anchorsIn(html)]));
  return [...pages].flatMap(([path, html]) =>
    targetsIn(html)
      .filter((target) => !isElsewhere(target))
      .filter((target) => !leadsSomewhere(path, unescaped(target), files, anchors))
      .map((target) => `${path}: ${target}`),
  );
}

function leadsSomewhere(
  page: string,
  target: string,
  files: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const [before = '', anchor] = target.split('#');
  const place = decodeURIComponent(before.split('?')[0] ?? '');
  const file = place === '' ? page : normalize(join(dirname(page), place));
  if (!files.has(file)) return false;
  return anchor === undefined || anchor === '' || !file.endsWith('.html')
    ? true
    : (anchors.get(file)?.has(decodeURIComponent(anchor)) ?? false);
}
