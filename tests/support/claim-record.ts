// What a claim is on paper: as it is stored in tests/verification/claims.json and shown in docs/verification.md.

export const CLAIM_KINDS = [
  'exact solutions',
  'conservation',
  'fields',
  'measuring',
  'time',
  'layers',
  'finite elements',
] as const;

/** For `source`: the answer is worked out where it is used. */
export const DERIVED = 'derived in the file';

/** What is claimed, before anything is run. */
export interface Statement {
  /** Unique: 'cylinder/transient'. */
  readonly id: string;
  readonly kind: (typeof CLAIM_KINDS)[number];
  /** One sentence. */
  readonly claim: string;
  /** The equation, or what is compared with what, in words. */
  readonly definition: string;
  /** Where the exact answer is from: author, year and DOI, or `DERIVED`. */
  readonly source: string;
  readonly grids?: string;
  /** Of the errors: '°C', 'mm'; '%' where they are relative, shown in per cent. */
  readonly unit: string;
}

/** A claim with what came of it, the worst of its cases. */
export interface ClaimRecord extends Statement {
  /** Test file, from the repository's root. */
  readonly file: string;
  /** Numbers that were compared. */
  readonly compared: number;
  /** Two digits; null where nothing but round-off is left. */
  readonly error: number | null;
  /** Every error is below it. */
  readonly accepted: number;
  /** Exact or reference value, and ours, where the claim is about one number. */
  readonly values?: { readonly exact: number; readonly ours: number };
  readonly order?: {
    readonly expected: number;
    /** Least and most that were asserted. */
    readonly accepted: readonly [number, number | null];
    /** Least and most that were observed. */
    readonly observed: readonly [number, number];
  };
}

/** What is stored: all claims, and when and where their figures were made. */
export interface StoredClaims {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly claims: readonly ClaimRecord[];
}

export const STORED = 'tests/verification/claims.json';

/** The statement in a record. */
export function statementOf({ id, kind, claim, definition, source, grids, unit }: Statement): Statement {
  return { id, kind, claim, definition, source, unit, ...(grids !== undefined && { grids }) };
}

/** One record of two that make the same claim: the worse error, and the orders of both. */
export function mergeRecords(a: ClaimRecord, b: ClaimRecord): ClaimRecord {
  const worse = (b.error ?? 0) > (a.error ?? 0) ? b : a;
  const merged = {
    ...worse,
    compared: a.compared + b.compared,
    accepted: Math.max(a.accepted, b.accepted),
  };
  if (!a.order || !b.order) return merged;
  const [low, high] = [0, 1] as const;
  const observed = [
    Math.min(a.order.observed[low], b.order.observed[low]),
    Math.max(a.order.observed[high], b.order.observed[high]),
  ] as const;
  return { ...merged, order: { ...worse.order!, observed } };
}

/** How far figures may be from the stored ones, which are of another machine or another version of Node. */
const SAME = { error: 0.1, order: 0.05 };

/** What of a stored claim is no longer so; null where all of it is. */
export function differenceOf(stored: ClaimRecord, now: ClaimRecord): string | null {
  if (JSON.stringify(statementOf(stored)) !== JSON.stringify(statementOf(now))) return 'says something else';
  if (stored.compared !== now.compared) return `compared ${stored.compared} numbers, now ${now.compared}`;
  if (stored.accepted !== now.accepted) return `accepted ${stored.accepted}, now ${now.accepted}`;
  const [before, after] = [stored.error ?? 0, now.error ?? 0];
  if (Math.abs(after - before) > SAME.error * Math.max(before, after))
    return `had the error ${before}, now ${after}`;
  const orders = [stored, now].map(({ order }) => order);
  const [was, is] = orders.map((order) => JSON.stringify([order?.expected, order?.accepted]));
  if (was !== is) return `expected the order ${was}, now ${is}`;
  const apart = orders[0]?.observed.some((x, k) => Math.abs(x - orders[1]!.observed[k]!) > SAME.order);
  return apart
    ? `had the order ${orders[0]!.observed.join('–')}, now ${orders[1]!.observed.join('–')}`
    : null;
}
