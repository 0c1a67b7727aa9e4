/** What the makers of drafts are given, and what they make. */
import type { DraftStatement } from '../../../../../src/knowledge/answering/generator.ts';
import type { ShownText } from '../../../../../src/knowledge/answering/grounding/shown-text.ts';
import type { Article, Passage } from '../../../../../src/knowledge/article.ts';

/** A statement in an article's own words, and where it stands. */
export interface Fact {
  readonly text: string;
  readonly passage: Passage;
  /** The passage's number in the prompt. */
  readonly number: number;
  /** A whole sentence, not only a clause of it. */
  readonly isSentence: boolean;
}

/** An article all of which is shown, and what can be said of it. */
export interface World {
  readonly article: Article;
  readonly shown: ShownText;
  readonly facts: readonly Fact[];
  /** Names that could stand for each other, by class. */
  readonly names: readonly (readonly string[])[];
  readonly isChinese: boolean;
}

/** Chooses: a whole number below a limit. */
export type Pick = (limit: number) => number;

export interface Made {
  readonly draft: DraftStatement;
  /** Of a faulty draft: words that must not be shown, where the rest of it may; without them none of it may. */
  readonly wrong?: readonly string[];
}

/** Makes a draft of one kind from a fact; null where the fact has nothing to make it from. */
export type Maker = (fact: Fact, world: World, pick: Pick) => Made | null;

/** A change to a text; null where there is nothing to change. */
export type Change = (text: string, pick: Pick, world: World) => string | null;

export function choose<Item>(items: readonly Item[], pick: Pick): Item | null {
  return items[pick(items.length)] ?? null;
}

/** A statement that cites one quote. */
export function cite(
  { number }: { readonly number: number },
  text: string,
  quote: string,
  wrong?: readonly string[],
): Made {
  const draft = { text, citations: [{ passage: number, quote }] };
  return wrong === undefined ? { draft } : { draft, wrong };
}

/** The statement changed, and the true words quoted. */
export function changed(change: Change): Maker {
  return (fact, world, pick) => {
    const text = change(fact.text, pick, world);
    return text === null || text === fact.text ? null : cite(fact, text, fact.text);
  };
}

/** A match replaced where it stands. */
export function replaceAt(text: string, match: RegExpExecArray | RegExpMatchArray, words: string): string {
  const at = match.index ?? 0;
  return text.slice(0, at) + words + text.slice(at + match[0].length);
}

/** One of the places where a pattern matches, changed. */
export function changeOne(
  pattern: RegExp,
  to: (match: RegExpMatchArray, pick: Pick) => string | null,
): Change {
  return (text, pick) => {
    const match = choose([...text.matchAll(pattern)], pick);
    if (match === null) return null;
    const words = to(match, pick);
    return words === null ? null : replaceAt(text, match, words);
  };
}
