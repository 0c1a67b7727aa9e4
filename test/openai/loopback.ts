/** Ports on a loopback model, with waits short enough for tests. */
import { afterEach } from 'vitest';
import type { DraftPart, GenerateRequest, Generator } from '../../src/knowledge/answering/generator.ts';
import type { Passage } from '../../src/knowledge/article.ts';
import type { Log, LogFields } from '../../src/log.ts';
import { type ChatModel, createChatModel } from '../../src/openai/chat-model.ts';
import { createOpenAiClient } from '../../src/openai/client.ts';
import { createOpenAiGenerator } from '../../src/openai/generator.ts';
import type { Behaviour } from '../model-server/behaviour.ts';
import type { BehaviourName } from '../model-server/behaviours.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';

interface Loopback {
  readonly server: ModelServer;
  readonly chat: ChatModel;
  readonly generator: Generator;
  /** Events that were logged, with their fields. */
  readonly logged: readonly (readonly [string, LogFields | undefined])[];
}

interface LoopbackSettings {
  readonly model?: string;
  readonly pace?: number;
  readonly slowness?: number;
  readonly idleTimeout?: number;
  readonly deadline?: number;
  readonly retries?: number;
}

const open: ModelServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Starts a server, closed after the test, and what talks to it. */
export async function openLoopback(
  behaviour: BehaviourName | Behaviour,
  settings: LoopbackSettings = {},
): Promise<Loopback> {
  const {
    model = 'loopback',
    pace = 0,
    slowness = 60,
    idleTimeout = 1_000,
    deadline = 4_000,
    retries = 1,
  } = settings;
  const server = await startModelServer({ behaviour, pace, slowness });
  open.push(server);
  const logged: [string, LogFields | undefined][] = [];
  const note = (event: string, fields?: LogFields) => logged.push([event, fields]);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const client = createOpenAiClient({
    apiKey: secretKey,
    baseUrl: server.url,
    timeout: 1_200,
    retries,
    longestWait: 500,
  });
  const chat = createChatModel({ client, model, log });
  return { server, chat, generator: createOpenAiGenerator({ chat, idleTimeout, deadline }), logged };
}

export const secretKey = 'sk-loopback-secret-0123456789';

const texts = [
  '2016年以来，张家港市累计落实帮扶资金2.3亿元，实施项目129个。',
  '两地共建了“整村推进结对帮扶”机制，34个村（社区）与34个贫困村结对。',
  '张家港选派了优秀教师和医生赴沿河开展支教支医。',
];

const passages: Passage[] = texts.map((text, index) => ({
  id: `${index + 1}-1`,
  paragraph: index + 1,
  start: 0,
  end: text.length,
  text,
  field: null,
}));

/** A request that the oracle answers with the first passage. */
export const request: GenerateRequest = {
  question: '张家港累计落实了多少帮扶资金？',
  query: '张家港累计落实了多少帮扶资金？',
  history: [],
  language: 'zh-CN',
  length: 'normal',
  passages: passages.map((passage, index) => ({ number: index + 1, passage })),
  wholeArticle: true,
  missedLanguage: false,
};

/** The parts that came, and the error that ended them; null when they ended well. */
interface Outcome {
  readonly parts: readonly DraftPart[];
  readonly error: unknown;
}

/** Runs a generator to its end, whichever that is. */
export async function collect(
  generator: Generator,
  asked: GenerateRequest = request,
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome> {
  const parts: DraftPart[] = [];
  try {
    for await (const part of generator.generate(asked, signal)) parts.push(part);
    return { parts, error: null };
  } catch (error) {
    return { parts, error };
  }
}
