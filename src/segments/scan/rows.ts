// Lists of places, ascending. Whether a place is of a list is past guessing for a processor, so each is written where
// the next one of the list belongs, and stays there or is overwritten: there is no branch to guess.

let upward = new Int32Array(0);

/** The places from 0 to n - 1; not to be written to. */
export function allRows(n: number): Int32Array {
  if (upward.length < n) upward = Int32Array.from({ length: n * 2 }, (_, i) => i);
  return upward.subarray(0, n);
}

/** The places where a mask is 1. */
export function marked(mask: Uint8Array): Int32Array {
  const rows = new Int32Array(mask.length + 1);
  let count = 0;
  for (let i = 0; i < mask.length; i++) {
    rows[count] = i;
    count += mask[i] ?? 0;
  }
  return rows.subarray(0, count);
}

/** Each of an ascending list once. */
export function distinct(ascending: Int32Array): Int32Array {
  const rows = new Int32Array(ascending.length + 1);
  let count = 0;
  let former = -1;
  for (let h = 0; h < ascending.length; h++) {
    const row = ascending[h] ?? 0;
    rows[count] = row;
    count += (former - row) >>> 31;
    former = row;
  }
  return rows.subarray(0, count);
}

/** How many of an ascending array are less than a value. */
export function countBelow(ascending: Int32Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a value in an ascending array, or -1. */
export function placeOf(ascending: Int32Array, value: number): number {
  const place = countBelow(ascending, value);
  return ascending[place] === value ? place : -1;
}
