/** Clauses of a statement that are nearly the article's own: what they have where it has something else. */
import { remember } from '../../text/remember.ts';
import { splitSentences } from '../../text/sentences.ts';
import { foldApart } from './fold-apart.ts';

/** Words that a statement has in place of others, between words that it shares with the article. */
export interface Gap {
  /** Folded, without punctuation; may be empty. */
  readonly said: string;
  readonly known: string;
  /** The shared words on either side; empty where the clause begins or ends. */
  readonly left: string;
  readonly right: string;
  /** Where the article begins a clause within what is left out: the words of that clause. */
  readonly begun: string;
}

/** A clause and the sentence of the article that it copies most of. */
export interface NearCopy {
  readonly clause: string;
  /** The sentence's words, folded, without punctuation. */
  readonly source: string;
  readonly gaps: readonly Gap[];
}

/** Of a clause so much must be shared, and so many words or Han letters. */
const smallestShare = 0.5;
const fewestShared = 4;
/** So far beyond the clause's own length words may have been left out of the article's sentence. */
const slack = 16;

/** By so much a whole sentence must share more than one of its clauses, to be what is copied. */
const sentenceCost = 3;

const says = /(?:说|说道|认为|表示|指出|写道|强调|提到|回忆)$/u;

/** The clauses of a statement; one that only says who says it also with what is said. */
function unitsOf(words: Words): Words[] {
  const clauses = clausesOf(words);
  const joined = clauses.flatMap((clause, index) => {
    const next = clauses[index + 1];
    return next !== undefined && says.test(join(clause)) ? [[...clause, ...next]] : [];
  });
  return [...clauses, ...joined];
}

/** Nobody writes a longer clause; comparing it would take long. */
const longestClause = 160;

/** Finds the near copies among a statement's clauses. */
export function findNearCopies(statement: string, sources: readonly string[]): NearCopy[] {
  const sentences = sources.flatMap(readSentences);
  return unitsOf(readWords(statement)).flatMap((words) => {
    const clause = words.slice(0, longestClause);
    let best: { score: number; shared: number; source: Words; part: Words; runs: Run[] } | null = null;
    for (const source of sentences) {
      for (const part of [source, ...unitsOf(source)]) {
        const runs = findRuns(clause, part);
        const shared = runs.reduce((sum, { length }) => sum + length, 0);
        const score = part === source ? shared - sentenceCost : shared;
        if (best === null || score > best.score) best = { score, shared, source, part, runs };
      }
    }
    if (best === null || best.shared < fewestShared || best.shared < smallestShare * clause.length) return [];
    const gaps = findGaps(clause, best.part, best.runs);
    return [{ clause: join(clause), source: join(best.source), gaps }];
  });
}

/** Han letters one by one, other words and numbers whole, and the marks that end a clause. */
type Words = readonly string[];

const wordOrStop =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}+(?:[.,]\p{N}+)*|[，。；：！？,;:!?\n]|(?<=[\p{L}]{3}|[\d"')])\.(?=[\s"']|$)/gu;
const stop = /^[，。；：！？,;:!?.\n]$/u;

const readWords: (text: string) => Words = remember((text) => foldApart(text).match(wordOrStop) ?? []);

const readSentences: (text: string) => readonly Words[] = remember((text) =>
  splitSentences(text).map(({ start, end }) => readWords(text.slice(start, end))),
);

const clausesOf: (words: Words) => readonly Words[] = (words) => {
  const clauses: string[][] = [[]];
  for (const word of words) {
    if (stop.test(word)) clauses.push([]);
    else clauses.at(-1)?.push(word);
  }
  return clauses.filter((clause) => clause.length > 0);
};

/** Words in a row that both have. */
interface Run {
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

interface Window {
  readonly start: number;
  readonly end: number;
}

/** The longest run that both have, then the same on either side of it. */
function findRuns(
  clause: Words,
  source: Words,
  here: Window = { start: 0, end: clause.length },
  there: Window = { start: 0, end: source.length },
): Run[] {
  let best: Run = { at: 0, from: 0, length: 0 };
  for (let at = here.start; at + best.length < here.end; at += 1) {
    for (let from = there.start; from + best.length < there.end; from += 1) {
      if (clause[at] !== source[from]) continue;
      let length = 1;
      while (
        at + length < here.end &&
        from + length < there.end &&
        clause[at + length] === source[from + length]
      )
        length += 1;
      if (length > best.length) best = { at, from, length };
    }
  }
  if (best.length === 0 || (best.length < 2 && /^\p{Script=Han}/u.test(clause[best.at] ?? ''))) return [];
  const [before, after] = [best.at - here.start, here.end - best.at - best.length];
  const left = findRuns(
    clause,
    source,
    { start: here.start, end: best.at },
    { start: Math.max(there.start, best.from - before - slack), end: best.from },
  );
  const right = findRuns(
    clause,
    source,
    { start: best.at + best.length, end: here.end },
    { start: best.from + best.length, end: Math.min(there.end, best.from + best.length + after + slack) },
  );
  return [...left, best, ...right];
}

function findGaps(clause: Words, source: Words, runs: readonly Run[]): Gap[] {
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return [];
  const text = ({ at, length }: Run) => join(clause.slice(at, at + length));
  const between = runs.slice(1).map((run, index) => {
    const previous = runs[index] ?? first;
    return {
      said: join(clause.slice(previous.at + previous.length, run.at)),
      known: join(source.slice(previous.from + previous.length, run.from)),
      left: text(previous),
      right: text(run),
      begun: begunIn(source.slice(previous.from + previous.length, run.from)),
    };
  });
  const lead = source.slice(0, first.from);
  const tail = source.slice(last.from + last.length);
  const tailEnd = tail.findIndex((word) => stop.test(word));
  return [
    {
      said: join(clause.slice(0, first.at)),
      known: join(lead.slice(lead.findLastIndex((word) => stop.test(word)) + 1)),
      left: '',
      right: text(first),
      begun: '',
    },
    ...between,
    {
      said: join(clause.slice(last.at + last.length)),
      known: join(tailEnd < 0 ? tail : tail.slice(0, tailEnd)),
      left: text(last),
      right: '',
      begun: '',
    },
  ].filter(({ said, known }) => said !== '' || known !== '');
}

function begunIn(words: Words): string {
  const at = words.findLastIndex((word) => stop.test(word));
  return at < 0 ? '' : join(words.slice(at + 1));
}

/** Words of letters are set apart, Han letters are not. */
function join(words: Words): string {
  return words
    .filter((word) => !stop.test(word))
    .join(' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}
