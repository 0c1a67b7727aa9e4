/** The sentences for each member of a list that a question names itself: 把甲、乙、丙都说一遍. */
import { foldText } from '../text/fold.ts';
import type { Candidate } from './sentence-ranker.ts';

/** Fewer names than this are no list. */
const fewest = 3;
const shortestName = 2;
const longestName = 12;
const separator = /[、,，]\s*(?:and |以及|还有)?|\s+and\s+|以及|还有/u;

/** The best sentence for each of the members that a folded question names; none where it names no list, or half of it is nowhere. */
export function findNamedMembers(folded: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const pieces = folded.split(separator);
  if (pieces.length < fewest) return [];
  const searched = candidates.map((candidate) => ({
    candidate,
    text: foldText(`${candidate.text}\n${candidate.gloss ?? ''}`).text,
  }));
  const found = pieces.map((piece, index) => {
    const names = namesIn(piece.trim(), index === 0, index === pieces.length - 1);
    for (const name of names) {
      const first = searched.find(({ text }) => text.includes(name));
      if (first !== undefined) return first.candidate;
    }
    return undefined;
  });
  const members = found.flatMap((candidate) => candidate ?? []);
  return members.length * 2 > pieces.length ? [...new Set(members)] : [];
}

/** What may be the name: all of a piece; of the first one what it ends with, of the last what it begins with, longest first. */
function namesIn(piece: string, isFirst: boolean, isLast: boolean): string[] {
  const bare = piece.replace(/^[“”‘’"「」『』]+|[“”‘’"「」『』]+$/gu, '');
  if (!isFirst && !isLast) return bare.length >= shortestName ? [bare] : [];
  const characters = [...bare];
  const sizes = Array.from({ length: longestName - shortestName + 1 }, (_, index) => longestName - index);
  const cutAtWord = /[a-z]/u.test(bare) ? bare.split(/\s+/u) : null;
  const cuts = sizes
    .filter((size) => size <= (cutAtWord ?? characters).length)
    .map((size) => {
      const parts = cutAtWord ?? characters;
      return (isFirst ? parts.slice(-size) : parts.slice(0, size)).join(cutAtWord === null ? '' : ' ');
    });
  return cuts.filter((name) => name.length >= shortestName);
}
