/** The longest run of units that two texts share: where it begins in the second, and its length. */
export function findLongestRun(
  one: string,
  other: string,
): { readonly from: number; readonly length: number } {
  let previous = new Uint16Array(other.length + 1);
  let current = new Uint16Array(other.length + 1);
  let from = 0;
  let length = 0;
  for (let row = 0; row < one.length; row += 1) {
    for (let column = 0; column < other.length; column += 1) {
      const run = one[row] === other[column] ? (previous[column] ?? 0) + 1 : 0;
      current[column + 1] = run;
      if (run > length) {
        length = run;
        from = column + 1 - run;
      }
    }
    [previous, current] = [current, previous];
  }
  return { from, length };
}
