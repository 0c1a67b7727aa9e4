import type { Reading } from './number-reading.ts';
import { toExact } from './number-reading.ts';
import { magnitudes } from './number-words.ts';

const magnitudePattern =
  '万亿|萬億|万|萬|亿|億|兆|만|억|조|千万|百万|千|百|천|백|hundred|thousand|million|billion|trillion';
const digitsPattern = new RegExp(
  `(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?(?:(\\s?)(${magnitudePattern})(?![a-z])(万|亿|萬|億|만|억)?)?`,
  'g',
);
const powers: Readonly<Record<string, number>> = { ...magnitudes, 百万: 6, 千万: 7, 万亿: 12, 萬億: 12 };

/** 6594万, 1.5亿, 1亿5000万, 65.94 million, 12,345, 3rd. */
export function* parseDigits(folded: string): Iterable<Reading> {
  let last: { start: number; end: number; exact: bigint; power: number } | null = null;
  const flush = (): Reading[] => {
    if (last === null) return [];
    const { start, end, exact, power } = last;
    last = null;
    const ordinal =
      /第\s?$/.test(folded.slice(Math.max(0, start - 2), start)) ||
      /^(?:st|nd|rd|th)\b/.test(folded.slice(end));
    const tail = ordinal && /^[snrt]/.test(folded.slice(end)) ? 2 : 0;
    const kind = ordinal ? 'ordinal' : 'count';
    return [
      {
        start,
        end: end + tail,
        exact,
        kind,
        certain: true,
        bare: power === 0 && !ordinal && /^\d+$/.test(folded.slice(start, end)),
      },
    ];
  };
  for (const match of folded.matchAll(digitsPattern)) {
    const [all, whole = '', fraction = '', , magnitude = '', second = ''] = match;
    const power = (powers[magnitude] ?? 0) + (powers[second] ?? 0);
    const exact = toExact(whole.replaceAll(',', '') + fraction, power);
    const joins =
      last !== null &&
      last.power > power &&
      last.power >= 4 &&
      /^\s?$/.test(folded.slice(last.end, match.index));
    if (last !== null && joins) {
      last = {
        start: last.start,
        end: match.index + all.length,
        exact: last.exact + exact,
        power: Math.max(power, 1),
      };
    } else {
      yield* flush();
      last = { start: match.index, end: match.index + all.length, exact, power };
    }
  }
  yield* flush();
}
