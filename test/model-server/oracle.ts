/** A model that tells the truth: it answers from the passages that a request shows, with quotes that stand in them. */
import { z } from 'zod';
import type { draftSchema } from '../../src/knowledge/answering/draft.ts';
import type { EnrichmentDraft } from '../../src/knowledge/preparing/enricher.ts';
import { foldText } from '../../src/knowledge/text/fold.ts';
import type { ModelRequest } from './model-request.ts';

export type Draft = z.infer<typeof draftSchema>;

const draftDataSchema = z.object({
  passages: z.array(z.object({ passage: z.int(), text: z.string() })),
  language: z.string(),
  length: z.enum(['short', 'normal', 'long']),
  standAlone: z.string().nullable(),
  question: z.string(),
});
const planDataSchema = z.object({
  articleLanguage: z.string(),
  history: z.array(z.object({ role: z.string(), content: z.string() })),
  question: z.string(),
});
const verifyDataSchema = z.object({
  statements: z.array(z.object({ statement: z.int(), text: z.string(), passages: z.array(z.string()) })),
});
const enrichmentDataSchema = z.object({ language: z.string(), paragraph: z.string(), passage: z.string() });

/** What a request to draft shows the model; null for another kind of request. */
export function readDraftData(request: ModelRequest): z.infer<typeof draftDataSchema> | null {
  return draftDataSchema.safeParse(JSON.parse(request.user)).data ?? null;
}

/** The true answer to a request of any kind, as the JSON text that the model writes. */
export function trueReply(request: ModelRequest): string {
  const data: unknown = JSON.parse(request.user);
  const draftData = draftDataSchema.safeParse(data);
  if (draftData.success) return JSON.stringify(trueDraft(draftData.data));
  const planData = planDataSchema.safeParse(data);
  if (planData.success) return JSON.stringify({ query: truePlan(planData.data) });
  const verifyData = verifyDataSchema.safeParse(data);
  if (verifyData.success) return JSON.stringify({ verdicts: verifyData.data.statements.map(trueVerdict) });
  const enrichmentData = enrichmentDataSchema.safeParse(data);
  if (enrichmentData.success) return JSON.stringify(trueEnrichment(enrichmentData.data));
  throw new Error('the oracle does not know this kind of request');
}

/** A question that needs the one before it is put behind it; another stands alone. */
function truePlan({ history, question }: z.infer<typeof planDataSchema>): string {
  const previous = history.findLast(({ role }) => role === 'user')?.content;
  const leansBack =
    [...question].length < 12 || /[它他她这那]|呢[？?]?$|\b(it|that|they|those)\b/i.test(question);
  return previous !== undefined && leansBack ? `${previous} ${question}` : question;
}

/** An oracle judges by figures, then by the words where both are in one script. */
function trueVerdict({ statement, text, passages }: z.infer<typeof verifyDataSchema>['statements'][number]) {
  const cited = passages.join('\n');
  const figures = text.match(/\d[\d.,]*\d|\d/g) ?? [];
  const isSaid = !readsLike(text, cited) || share(terms(text), terms(cited)) > 0.5;
  const verdict = figures.some((figure) => !cited.includes(figure))
    ? 'contradicted'
    : isSaid
      ? 'supported'
      : 'not-said';
  return { statement, verdict };
}

/** Asks for what the passage says; an oracle knows no other words for it. */
function trueEnrichment({ language, passage }: z.infer<typeof enrichmentDataSchema>): EnrichmentDraft {
  const [first = passage] = sentences(passage);
  return {
    gloss: sayIn('en', passage),
    aliases: passage.match(/\d[\d.,]*/g) ?? [],
    questions: [{ language, question: `${first.slice(0, 20)}……是怎么说的？` }],
  };
}

interface Candidate {
  readonly passage: number;
  readonly sentence: string;
  readonly score: number;
}

/** Quotes the sentence that shares most with the question, and a second one that shares nearly as much. */
function trueDraft(data: z.infer<typeof draftDataSchema>): Draft {
  const question = data.standAlone ?? data.question;
  if (/^\s*(你好|您好|谢谢|謝謝|hello|hi|thanks)/i.test(data.question))
    return { outcome: 'small-talk', statements: [] };
  const wanted = terms(question);
  const candidates = data.passages.flatMap(({ passage, text }) =>
    sentences(text).map((sentence) => ({ passage, sentence, score: share(wanted, terms(sentence)) })),
  );
  const [best, next] = candidates.toSorted((a, b) => b.score - a.score);
  const first = readsLike(question, best?.sentence) ? best : candidates[0];
  if (first === undefined || (first === best && best.score < 0.15))
    return { outcome: 'not-in-article', statements: [] };
  const second =
    next !== undefined && data.length !== 'short' && next.score > 0.8 * first.score && first === best;
  const chosen = second ? [first, next] : [first];
  return {
    outcome: 'answered',
    statements: chosen.map((candidate) => toStatement(candidate, data.language)),
  };
}

function toStatement({ passage, sentence }: Candidate, language: string): Draft['statements'][number] {
  return { text: sayIn(language, sentence), citations: [{ passage, quote: sentence }] };
}

/** Chinese says the sentence itself; another language names its figures, which is all that an oracle can translate. */
function sayIn(language: string, sentence: string): string {
  if (language.startsWith('zh')) return sentence;
  const figures = sentence.match(/\d[\d.,]*[万亿%％]*/g)?.join(', ') ?? '';
  if (language.startsWith('ja')) return `記事にはこうあります${figures && `：${figures}`}。`;
  if (language.startsWith('ko')) return `기사에 이렇게 나와 있습니다${figures && `: ${figures}`}.`;
  return `The article says so${figures && `: ${figures}`}.`;
}

function sentences(text: string): string[] {
  return text
    .split(/(?<=[。！？!?；])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Words for Latin letters and digits, pairs of neighbours for the rest. */
function terms(text: string): Set<string> {
  const runs = foldText(text).text.match(/[a-z]+|[\d.]+|\p{Script=Han}+/gu) ?? [];
  return new Set(runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairs([...run]) : [run])));
}

function pairs(points: readonly string[]): string[] {
  return points.slice(1).map((point, index) => `${points[index]}${point}`);
}

function share(wanted: Set<string>, has: Set<string>): number {
  return wanted.size === 0 ? 0 : [...wanted].filter((term) => has.has(term)).length / wanted.size;
}

/** False when question and text are in different scripts, so that shared characters say nothing. */
function readsLike(question: string, text = ''): boolean {
  return /\p{Script=Han}/u.test(question) === /\p{Script=Han}/u.test(text);
}
