import type { UnitTable } from './query-plan.ts';
import { gap, sentenceEnd } from './read-units.ts';

/** Where a text's units are those of the query, and what each of its sentences is; kept from text to text to save memory. */
export class UnitMatches {
  at = new Uint32Array(256);
  place = new Int32Array(256);
  sentence = new Uint32Array(256);
  count = 0;
  lengths = new Uint32Array(64);
  /** Units, and numbers, that the query has not. */
  news = new Uint32Array(64);
  numbers = new Uint32Array(64);
  sentences = 0;

  read(units: Int32Array, from: number, to: number, { mask, keys, values }: UnitTable): void {
    const size = to - from;
    if (this.at.length < size) {
      for (const name of ['at', 'sentence', 'lengths', 'news', 'numbers'] as const)
        this[name] = new Uint32Array(size * 2);
      this.place = new Int32Array(size * 2);
    }
    const { at, place: placeOf, sentence: sentenceOf, lengths, news, numbers } = this;
    let count = 0;
    let sentence = 0;
    let [length, fresh, figures] = [0, 0, 0];
    for (let index = from; index < to; index += 1) {
      const unit = units[index] ?? 0;
      if (unit === gap || unit === sentenceEnd) {
        if (unit === sentenceEnd && length > 0) {
          lengths[sentence] = length;
          news[sentence] = fresh;
          numbers[sentence] = figures;
          sentence += 1;
          length = fresh = figures = 0;
        }
        continue;
      }
      length += 1;
      let slot = (Math.imul(unit, 0x9e37_79b1) >>> 8) & mask;
      let key = keys[slot] ?? 0;
      while (key !== 0 && key !== unit) {
        slot = (slot + 1) & mask;
        key = keys[slot] ?? 0;
      }
      if (key === 0) {
        fresh += 1;
        // Words are negative, and numbers among them odd.
        figures += (unit >>> 31) & unit;
        continue;
      }
      at[count] = index;
      placeOf[count] = values[slot] ?? 0;
      sentenceOf[count] = sentence;
      count += 1;
    }
    lengths[sentence] = length;
    news[sentence] = fresh;
    numbers[sentence] = figures;
    this.sentences = length > 0 ? sentence + 1 : sentence;
    this.count = count;
  }
}
