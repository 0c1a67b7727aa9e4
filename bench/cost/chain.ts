/** A retrieval chain as LangChain.js makes one: what a bot would be built of that is not this one. */
import { createStuffDocumentsChain } from '@langchain/classic/chains/combine_documents';
import { createRetrievalChain } from '@langchain/classic/chains/retrieval';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { ChatPromptTemplate, MessagesPlaceholder } from '@langchain/core/prompts';
import { ChatOpenAI } from '@langchain/openai';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { draftRight } from '../../eval/oracle.ts';
import type { EvalQuestion } from '../../src/cli/read-questions.ts';
import type { Outcome } from '../../src/knowledge/answering/answer.ts';
import type { Article } from '../../src/knowledge/article.ts';
import { detectLanguage } from '../../src/knowledge/text/language.ts';
import type { ModelRequest } from '../../test/model-server/model-request.ts';
import { HashedEmbeddings } from './hashed-embeddings.ts';

/** The prompt of LangChain's own guides. */
const instructions =
  "You are an assistant for question-answering tasks. Use the following pieces of retrieved context to answer the question. If you don't know the answer, just say that you don't know. Use three sentences maximum and keep the answer concise.";

/** What a model says through the chain where it has no answer to give. */
const chainSays = {
  notKnown: "I don't know.",
  hello: 'Hello! How can I help you?',
  whatIsMeant: 'What do you mean?',
};
const outcomes = new Map<string, Outcome>([
  [chainSays.notKnown, 'not-in-article'],
  [chainSays.hello, 'small-talk'],
  [chainSays.whatIsMeant, 'unclear'],
]);

/** Answers a question in plain words. */
type Chain = (question: EvalQuestion) => Promise<{ readonly text: string; readonly outcome: Outcome }>;

/** Makes the chain with the values that its guides use: pieces of 1,000 characters, 200 of them shared, the nearest 4. */
export async function createChain(article: Article, modelUrl: string): Promise<Chain> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1_000, chunkOverlap: 200 });
  const store = await MemoryVectorStore.fromDocuments(
    await splitter.createDocuments([textOf(article)]),
    new HashedEmbeddings(),
  );
  const llm = new ChatOpenAI({
    model: 'loopback',
    apiKey: 'none',
    temperature: 0,
    configuration: { baseURL: modelUrl },
  });
  const prompt = ChatPromptTemplate.fromMessages([
    ['system', `${instructions}\n\n{context}`],
    new MessagesPlaceholder('chat_history'),
    ['human', '{input}'],
  ]);
  const chain = await createRetrievalChain({
    retriever: store.asRetriever({ k: 4 }),
    combineDocsChain: await createStuffDocumentsChain({ llm, prompt }),
  });
  return async ({ question, history }) => {
    const chat_history = (history ?? []).map(({ role, content }) =>
      role === 'user' ? new HumanMessage(content) : new AIMessage(content),
    );
    const { answer } = await chain.invoke({ input: question, chat_history });
    return { text: answer, outcome: outcomes.get(answer) ?? 'answered' };
  };
}

/** The article as somebody would save it. */
function textOf({ paragraphs }: Article): string {
  return paragraphs.map(({ text }) => text).join('\n\n');
}

/**
 * Makes what the oracle says to the chain's prompt, in the chain's own plain words: it knows the same answers, and gives
 * them where the passages that have them stand whole in the context.
 */
export function createChainOracle(
  questions: readonly EvalQuestion[],
  article: Article,
): (request: ModelRequest) => string {
  return ({ body }) => {
    const [system, ...turns] = body.messages;
    const context = system?.content ?? '';
    const asked = questions.find((each) => isAsked(each, turns));
    if (asked === undefined) throw new Error('the oracle was asked something else');
    if (asked.group === 'small-talk') return chainSays.hello;
    if (asked.group === 'unclear') return chainSays.whatIsMeant;
    const shown = article.passages.filter(({ text }) => context.includes(text));
    const passages = shown.map(({ text }, index) => ({ passage: index + 1, text }));
    const language = detectLanguage(asked.question);
    const { statements } = draftRight(asked, { passages, language }, article);
    return statements.length === 0 ? chainSays.notKnown : statements.map(({ text }) => text).join('\n');
  };
}

function isAsked(
  { question, history }: EvalQuestion,
  turns: readonly { readonly content: string }[],
): boolean {
  return turns.length === (history ?? []).length + 1 && turns.at(-1)?.content === question;
}
