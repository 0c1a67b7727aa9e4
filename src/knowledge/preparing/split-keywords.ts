/** Keywords that a page shows in one row. */

const separator = /[、，,;；|\t]|\s{2,}/u;
const fewestOccurrences = 3;
const longestKeyword = 12;

/**
 * The keywords of a row. Where nothing stands between them any more, they are the fewest words, each at least
 * three times in the article, that make up the row; where there are no such words it stays one.
 */
export function splitKeywords(row: string, articleText: string): string[] {
  const parts = row
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length !== 1) return parts;
  const spaced = row.trim().split(/\s+/u);
  if (spaced.length > 1 && /\p{Script=Han}/u.test(row)) return spaced;
  return /^\p{Script=Han}{5,80}$/u.test(row.trim()) ? splitRow([...row.trim()], articleText) : parts;
}

function splitRow(row: readonly string[], articleText: string): string[] {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= row.length; end += 1) {
    let found: string[] | null = null;
    for (let start = Math.max(0, end - longestKeyword); start <= end - 2; start += 1) {
      const before = best[start];
      if (!before || (found && found.length <= before.length + 1)) continue;
      const word = row.slice(start, end).join('');
      if (articleText.split(word).length > fewestOccurrences) found = [...before, word];
    }
    best.push(found);
  }
  return best[row.length] ?? [row.join('')];
}
