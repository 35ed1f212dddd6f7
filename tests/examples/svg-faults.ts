/** What is wrong with the nesting of an XML text's elements: empty when all is well. */
export function unclosedTags(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = '', end] of xml.matchAll(
    /<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g,
  )) {
    if (slash === '/') {
      const last = open.pop();
      if (last !== name) wrong.push(`</${name}> closes <${last ?? ''}>`);
    } else if (end !== '/') open.push(name);
  }
  const tags = xml.match(/</g)?.length ?? 0;
  const read = xml.match(/<\/?[a-zA-Z]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g)?.length ?? 0;
  if (tags !== read) wrong.push(`${tags - read} signs < do not begin a tag`);
  return [...wrong, ...open.map((name) => `<${name}> is left open`)];
}

/** The beginning of every line in which a number went missing. */
export function missingNumbers(svg: string): string[] {
  return svg
    .split('\n')
    .filter((line) => /NaN|undefined|Infinity/.test(line))
    .map((line) => line.slice(0, 80));
}
