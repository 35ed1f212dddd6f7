// The tables of tissues in docs/presets.md.
import { tissues } from '../src/presets/tissues.js';
import type { Property } from '../src/problem/types.js';
import { cite, evidenceOf, graded, type Library, rangeOf, remarks } from './preset-cells.js';
import { table } from './markdown.js';

const valueOf = (property: Property): number =>
  typeof property === 'number' ? property : property.kind === 'linear' ? property.value : NaN;

const slopeOf = (property: Property): number =>
  typeof property === 'object' && property.kind === 'linear' ? property.coefficient : 0;

export function tissueTable(library: Library): string {
  const rows = Object.entries(tissues).map(([name, tissue]) => {
    const { evidence = {} } = tissue;
    return [
      `\`${name}\``,
      graded(valueOf(tissue.thermalConductivity), evidence.thermalConductivity),
      graded(tissue.density, evidence.density),
      graded(valueOf(tissue.specificHeat), evidence.specificHeat),
      graded(tissue.perfusionRate, evidence.perfusionRate),
      tissue.metabolicHeat === undefined ? '' : graded(tissue.metabolicHeat, evidence.metabolicHeat),
      graded(valueOf(tissue.electricalConductivity), evidence.electricalConductivity),
      cite(library, evidence.thermalConductivity?.sources.slice(0, 1) ?? []),
    ];
  });
  return table(
    ['tissue', 'k [W/(m·K)]', 'ρ [kg/m³]', 'c [J/(kg·K)]', 'ω [1/s]', 'Q_m [W/m³]', 'σ [S/m]', 'thermal'],
    rows,
  );
}

export function conductivityTable(library: Library): string {
  const rows = Object.entries(tissues).map(([name, { electricalConductivity: sigma, evidence = {} }]) => {
    const one = evidence.electricalConductivity;
    return [`\`${name}\``, graded(valueOf(sigma), one), rangeOf(one), cite(library, one?.sources ?? [])];
  });
  const notes = Object.entries(tissues).map(
    ([name, { evidence }]) => [`\`${name}\``, evidence?.electricalConductivity?.note] as const,
  );
  return `${table(['tissue', 'σ [S/m]', 'range', 'sources'], rows)}\n\n${remarks(notes)}`;
}

/** The slopes, which are the same wherever there is one. */
export function slopeTable(library: Library): string {
  const rows = (['thermalConductivity', 'electricalConductivity'] as const).flatMap((name) => {
    const having = Object.entries(tissues).filter(
      ([, { evidence }]) => evidence?.[`${name}Slope`] !== undefined,
    );
    const without = Object.keys(tissues).filter((one) => !having.some(([other]) => other === one));
    const [, tissue] = having[0] ?? [];
    const one = tissue?.evidence?.[`${name}Slope`];
    if (tissue === undefined || one === undefined) return [];
    const whose = without.length === 0 ? 'all' : `all but ${without.join(', ')}`;
    return [
      [
        `\`${name}\``,
        whose,
        graded(slopeOf(tissue[name]), one),
        rangeOf(one),
        cite(library, one.sources),
        one.note ?? '',
      ],
    ];
  });
  const notes = rows.map(([name = '', , , , , note]) => [name, note] as const);
  const head = ['slope of', 'tissues', 'per kelvin', 'range', 'sources'];
  return `${table(
    head,
    rows.map((row) => row.slice(0, head.length)),
  )}\n\n${remarks(notes)}`;
}

/** The evidence of a tissue beside that of conductivity and slopes, where there is a range or something to say. */
export function rangeTable(library: Library): string {
  const own = evidenceOf(tissues)
    .filter(([, path]) => path !== 'electricalConductivity' && !path.endsWith('Slope'))
    .filter(([, , one]) => rangeOf(one) !== '' || one.note !== undefined);
  const rows = own.map(([name, path, one]) => [
    `\`${name}\``,
    `\`${path}\``,
    rangeOf(one),
    one.grade,
    cite(library, one.sources),
  ]);
  const notes = own.map(([name, path, one]) => [`\`${name}\`, \`${path}\``, one.note] as const);
  return `${table(['tissue', 'number', 'range', 'grade', 'sources'], rows)}\n\n${remarks(notes)}`;
}
