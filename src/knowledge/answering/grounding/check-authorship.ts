import { foldText } from '../../text/fold.ts';
import type { Evidence } from './evidence.ts';

const authorship =
  /作者(?:就?是|为|叫|系|:)|(?:由|是)\p{Script=Han}{2,8}(?:撰写|所写|写的)|\b(?:author|writer) (?:is|was)\b|\bwritten by\b|\bwrote (?:this|the) article\b|著者は|筆者は|저자는|작성자는/iu;

/** Finds a claim of who wrote the article that does not cite the article's own fields: its text names many people. */
export function findUnprovenAuthor(statement: string, { passages }: Evidence): string | null {
  const [claim] = authorship.exec(foldText(statement).text) ?? [];
  const isProven = passages.some(({ field }) => field === 'author' || field === 'authorNote');
  return claim === undefined || isProven ? null : claim;
}
