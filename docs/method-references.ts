import type { Source } from '../src/problem/types.js';

/** A publication behind the method, and where it is used: the number behind a preset has its own source. */
export type MethodReference = Pick<Source, 'author' | 'year' | 'title' | 'doi'> & { readonly use: string };

/** What the model, the scheme and the checks rest on. */
export const methodReferences: readonly MethodReference[] = [
  {
    author: 'Pennes HH',
    year: 1948,
    title:
      'Analysis of tissue and arterial blood temperatures in the resting human forearm. J Appl Physiol 1:93–122',
    doi: '10.1152/jappl.1948.1.2.93',
    use: 'the [bioheat equation](physics.md#heat)',
  },
  {
    author: 'Peaceman DW, Rachford HH',
    year: 1955,
    title:
      'The numerical solution of parabolic and elliptic differential equations. J Soc Indust Appl Math 3',
    doi: '10.1137/0103003',
    use: 'the [time step](numerics.md#time)',
  },
  {
    author: 'Alexander R',
    year: 1977,
    title: 'the L-stable diagonally implicit Runge–Kutta method (the title is in our words)',
    doi: '10.1137/0714068',
    use: 'the integrator that the time step is [checked against](verification.md)',
  },
  {
    author: "Irastorza RM, d'Avila A, Berjano E",
    year: 2018,
    title: 'the model that the RFA-tutorial of 2021 follows (the title is in our words)',
    doi: '10.1111/jce.13363',
    use: '[blood that stops](heating-modes.md#blood) where tissue has coagulated',
  },
  {
    author: 'Xu D, Pollock M',
    year: 1994,
    title: 'Experimental nerve thermal injury. Brain 117:375–384',
    doi: '10.1093/brain/117.2.375',
    use: 'what is known of a block that [heals](heating-modes.md#reversible-and-irreversible)',
  },
  {
    author: 'Douglas DH, Peucker TK',
    year: 1973,
    title: 'the reduction of a polyline to fewer points (the title is in our words)',
    doi: '10.3138/FM57-6770-U75U-7727',
    use: 'lines of [pictures](files-and-pictures.md) with fewer points',
  },
];
