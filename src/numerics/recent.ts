/** Results kept at most by {@link makeRecent}. */
const MOST = 32;

/** Makes what keeps its last few results by their keys, for tables that several runs share. */
export function makeRecent<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const result = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, result);
    if (kept.size > MOST) kept.delete(kept.keys().next().value ?? '');
    return result;
  };
}
