import type { Region, TissueRegion } from '../problem/types.js';
import { tidy } from './problem-field.js';

const inMm = (metres: number): string => `${tidy(1e3 * metres)} mm`;

/** A height from the end of the needle: '5 mm up the shaft', '1 mm beyond the end'. */
function describeHeight(z: number): string {
  if (z === 0) return 'the end';
  return z > 0 ? `${inMm(z)} up the shaft` : `${inMm(-z)} beyond the end`;
}

/** The stretch that a region takes along the needle; none where it has no ends. */
function describeStretch({ zMin, zMax }: { readonly zMin?: number; readonly zMax?: number }): string[] {
  if (zMin !== undefined && zMax !== undefined) {
    return [`from ${describeHeight(zMin)} to ${describeHeight(zMax)}`];
  }
  if (zMin !== undefined) return [`from ${describeHeight(zMin)} upwards`];
  return zMax === undefined ? [] : [`from ${describeHeight(zMax)} downwards`];
}

/** The distances from the axis that a tube takes; none where it has neither bore nor outside. */
function describeWidth({ rMin = 0, rMax }: { readonly rMin?: number; readonly rMax?: number }): string[] {
  if (rMax === undefined) return rMin === 0 ? [] : [`from ${inMm(rMin)} off the axis`];
  return [`${rMin === 0 ? 'up' : `from ${inMm(rMin)}`} to ${inMm(rMax)} off the axis`];
}

function describePlace(where: Region): string {
  switch (where.kind) {
    case 'slab':
      return `slab ${describeStretch(where).join('')}`.trimEnd();
    case 'tube':
      return `tube ${[...describeWidth(where), ...describeStretch(where)].join(', ')}`.trimEnd();
    case 'sphere':
      return `sphere of radius ${inMm(where.radius)}, its centre ${where.z === 0 ? 'at ' : ''}${describeHeight(where.z)}`;
  }
}

/** Where a region is, and whether blood flows in it: 'tube from 3 mm off the axis, blood flows (500 W/(m²·K))'. */
export function describeRegion({ where, flow }: TissueRegion): string {
  return `${describePlace(where)}${flow ? `, blood flows (${tidy(flow.coefficient, 4)} W/(m²·K))` : ''}`;
}
