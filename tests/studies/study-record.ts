// What a study of the error bar is on paper: as it is stored in tests/studies/error-bar.json and shown in docs/error-bar.md.
import type { ResolutionName } from '../../src/problem/resolution.js';

export const STORED_STUDY = 'tests/studies/error-bar.json';

/** Parts of all samples below which the quantiles of a row lie. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1] as const;

/** How one size came out in one mode at one resolution. */
export interface StudyRow {
  /** Of the criteria or of the problems: 'isotherms', 'with spheres'; '' where a mode has one group. */
  readonly group: string;
  readonly resolution: ResolutionName;
  /** 'width', 'volume' or another number with a bar: 'hottest temperature'. */
  readonly size: string;
  /** Numbers compared. */
  readonly compared: number;
  /** Part of them whose error is no larger than the bar. */
  readonly held: number;
  /** Medians of the true error and of the bar, as parts of the width (of a volume: of itself; else of the number's own scale). */
  readonly error: number;
  readonly bar: number;
  /** Median of bar over error. */
  readonly ratio: number;
  /** Of error over bar, at {@link QUANTILES}: the last one is the worst case; null where a bar of zero is wrong. */
  readonly excess: readonly (number | null)[];
}

/** One mode of heating. */
export interface StudiedMode {
  readonly mode: string;
  /** In words, for a table. */
  readonly title: string;
  readonly seed: number;
  readonly problems: number;
  /** Problems that the library refused. */
  readonly refused: number;
  /** Median by which the two runs that the truth is made of differ in width, as a part of the width. */
  readonly apart: number;
  readonly rows: readonly StudyRow[];
  /** Largest error over bar among the widths of each problem, in order: what a repetition is held against. */
  readonly worstOf: Readonly<Record<'draft' | 'standard', readonly (number | null)[]>>;
}

/** What is stored: all modes, and when, where and with which source they were studied. */
export interface StoredStudy {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  /** Of the numerics' source without comments. */
  readonly sources: string;
  readonly modes: readonly StudiedMode[];
}
