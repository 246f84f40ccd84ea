/** The highest number of a visitor; 0 without any. */
export function highestVisitor(lists: readonly Int32Array[]): number {
  let most = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const visitor = list[i] ?? 0;
      if (visitor > most) most = visitor;
    }
  }
  return most;
}
