/** Chunks a paragraph into passages: a sentence or a few each, cut where a sentence ends. */
import { splitSentences } from '../text/sentences.ts';
import { measureWidth } from './width.ts';

/** Where a passage stands in its paragraph, UTF-16 offsets. */
export interface PassageRange {
  readonly start: number;
  readonly end: number;
}

const bestWidth = 120;
const longest = 200;
const longestSentence = 320;
/** A sentence this short leads on to what follows it (健全组织机构，明确工作主体。), so a passage had better not end with it. */
const leadIn = 18;
const leadInCost = 1;

/**
 * The passages of a paragraph: together they are exactly its text. Of all ways to group its sentences, the one
 * whose passages are nearest to 120 wide characters, so that most have 80 to 200. Only a sentence of more than 320 is cut inside, at a
 * clause where it has one.
 */
export function chunkParagraph(text: string): PassageRange[] {
  const pieces = splitSentences(text).flatMap(({ start, end }) => cutLongSentence(text, start, end));
  const ends = pieces.map(({ end }) => end);
  if (ends.length === 0) return [];
  ends[ends.length - 1] = text.length;
  const cumulated = [0];
  let start = 0;
  for (const end of ends) {
    cumulated.push((cumulated.at(-1) ?? 0) + measureWidth(text.slice(start, end)));
    start = end;
  }
  return group(ends, cumulated);
}

/** The cheapest grouping, by dynamic programming over where the last passage began. */
function group(ends: readonly number[], widths: readonly number[]): PassageRange[] {
  const costs = [0];
  const begins = [0];
  for (let last = 1; last <= ends.length; last += 1) {
    let best = Number.POSITIVE_INFINITY;
    let begin = last - 1;
    for (let first = last - 1; first >= 0; first -= 1) {
      const width = (widths[last] ?? 0) - (widths[first] ?? 0);
      if (width > 2 * longest && first < last - 1) break;
      const ending = (widths[last] ?? 0) - (widths[last - 1] ?? 0);
      const leadsOn = last < ends.length && ending <= leadIn ? leadInCost : 0;
      const cost = (costs[first] ?? 0) + costOf(width) + leadsOn;
      if (cost < best) [best, begin] = [cost, first];
    }
    costs.push(best);
    begins.push(begin);
  }
  const ranges: PassageRange[] = [];
  for (let last = ends.length; last > 0; last = begins[last] ?? 0) {
    const first = begins[last] ?? 0;
    ranges.unshift({ start: first === 0 ? 0 : (ends[first - 1] ?? 0), end: ends[last - 1] ?? 0 });
  }
  return ranges;
}

/** The square of the distance from the best width, and a little for each passage. */
function costOf(width: number): number {
  return 0.5 + ((width - bestWidth) / 45) ** 2;
}

function cutLongSentence(text: string, start: number, end: number): PassageRange[] {
  if (measureWidth(text.slice(start, end)) <= longestSentence) return [{ start, end }];
  const pieces: PassageRange[] = [];
  let begin = start;
  let clauseEnd = start;
  let width = 0;
  let offset = start;
  for (const character of text.slice(start, end)) {
    offset += character.length;
    width += measureWidth(character);
    if (/[；;，,、：:\s]/u.test(character)) clauseEnd = offset;
    if (width < longest) continue;
    const cut = clauseEnd > begin + (offset - begin) / 3 ? clauseEnd : offset;
    pieces.push({ start: begin, end: cut });
    begin = cut;
    width = measureWidth(text.slice(cut, offset));
  }
  if (begin < end) pieces.push({ start: begin, end });
  return pieces;
}
