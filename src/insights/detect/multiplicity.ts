/**
 * Benjamini and Hochberg's (1995) adjusted p-values, in the order given: those up to q may be told, and at most the share q of
 * what is told is expected to be nothing. Where there is nothing at all, that is the chance of telling anything.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const count = pValues.length;
  const order = pValues.map((pValue, index) => ({ pValue, index })).sort((a, b) => b.pValue - a.pValue);
  const adjusted = new Array<number>(count).fill(1);
  let least = 1;
  order.forEach(({ pValue, index }, larger) => {
    least = Math.min(least, (pValue * count) / (count - larger));
    adjusted[index] = least;
  });
  return adjusted;
}
