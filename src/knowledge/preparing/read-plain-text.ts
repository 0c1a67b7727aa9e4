/** Plain text to lines: hard-wrapped lines are joined again, others stay apart. */
import { measureWidth } from './width.ts';

const narrowestWrap = 24;
const sentenceEnd = /[。！？!?.…：:；;]["'”’」』）)]*$/u;

/** The lines of a plain text, white space at their ends gone, empty ones left out. */
export function readPlainText(text: string): string[] {
  return text
    .replace(/\r\n?|[\u2028\u2029\f\v]/gu, '\n')
    .split(/\n[^\S\n]*\n/u)
    .flatMap((block) => {
      const lines = block
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      return isHardWrapped(lines) ? [joinLines(lines)] : lines;
    });
}

/** The lines of one Markdown paragraph: one, unless each stands apart, as fields under a title or links do. */
export function joinParagraph(lines: readonly string[]): string[] {
  const standApart = !isHardWrapped(lines) && !lines.some((line) => sentenceEnd.test(line));
  return standApart ? [...lines] : [joinLines(lines)];
}

/** True when every line but the last is about as wide as the widest, and most of them stop in mid-sentence. */
function isHardWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const widths = lines.map(measureWidth);
  const widest = widths.reduce((first, second) => Math.max(first, second));
  const inner = lines.slice(0, -1);
  const open = inner.filter((line) => !sentenceEnd.test(line)).length;
  return (
    widest >= narrowestWrap &&
    widest <= 60 &&
    widths.slice(0, -1).every((width) => width >= 0.7 * widest) &&
    open * 2 > inner.length
  );
}

/** The lines of one paragraph as one: no space between characters of Chinese or Japanese. */
export function joinLines(lines: readonly string[]): string {
  return lines
    .flatMap((line, index) => (index === 0 || endsWide(lines[index - 1] ?? '') ? [line] : [' ', line]))
    .join('');
}

function endsWide(line: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！”’）》」』]/u.test(
    line.slice(-1),
  );
}
