/** A name of the article in a text, with the rank behind it: 沿河土家族自治县. */
export interface NamedPlace {
  /** The name without its rank: 张家港 for 张家港市. */
  readonly base: string;
  readonly start: number;
  /** Behind the rank. */
  readonly end: number;
}

const rank = /^(?:\p{Script=Han}{0,4}自治)?[省市县区州]/u;
const rankAtEnd = /(?<=\p{Script=Han}{2})(?:\p{Script=Han}{0,4}自治)?[省市县区州]$/u;

/** Finds the names of an article in a folded text, in order, none overlapping. */
export function findPlaces(text: string, names: readonly string[]): NamedPlace[] {
  // A keyword of punctuation has nothing left, which would be found everywhere.
  const bases = [...new Set(names.map((name) => name.replace(rankAtEnd, '')))]
    .filter((base) => base !== '')
    .sort((one, other) => other.length - one.length);
  const places: NamedPlace[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const base = bases.find((each) => text.startsWith(each, index));
    if (base === undefined) continue;
    const after = index + base.length;
    const end = after + (rank.exec(text.slice(after))?.[0].length ?? 0);
    places.push({ base, start: index, end });
    index = end - 1;
  }
  return places;
}
