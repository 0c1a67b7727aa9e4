/** What becomes of everything that was sent, told from the requests that the bot makes. */
import type { RequestRecord } from '../../sandbox/records.ts';
import { UserError } from '../../src/errors.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import type { Kind } from './arrivals.ts';
import type { Sent } from './crowd.ts';

/** Of one thing that was sent, in milliseconds since then. */
export interface Outcome {
  readonly kind: Kind;
  readonly sentAt: number;
  readonly first: number | null;
  /** Until the message as it stays; null where none came. */
  readonly final: number | null;
  /** What of it was the model's time. */
  readonly model: number;
  readonly isBusy: boolean;
  /** Final messages beyond the first. */
  readonly again: number;
  /** The last that was sent where no final message came. */
  readonly last: string;
}

interface Watched extends Sent {
  readonly kind: Kind;
  readonly sentAt: number;
  first: number | null;
  final: number | null;
  isBusy: boolean;
  finals: number;
  last: string;
}

export interface AnswerWatch {
  begin(kind: Kind, sentAt: number, sent: Sent): void;
  /** To be told of every request of the bot. */
  note(request: RequestRecord): void;
  /** How many have no final message yet. */
  open(): number;
  /** Gives and forgets what has had its final message for as long as a second one may take; `all`: what has none, too. */
  take(all: boolean): readonly Outcome[];
}

/** A second final message would come at once, or when the first is thought lost. */
const secondWithin = 12_000;
const busySentence = createTranslator('en-US').describeError(new UserError('too-busy', '', { endsAt: 0 }));
const busyWords = busySentence.split('<t:')[0] ?? busySentence;

/** `modelTime` gives what the model took for a question since it was last asked for that. */
export function createAnswerWatch(modelTime: (question: string) => number): AnswerWatch {
  const watched = new Map<string, Watched>();
  /** By the id of the bot's reply. */
  const byReply = new Map<string, Watched>();
  let open = 0;

  const toOutcome = ({ kind, sentAt, first, final, isBusy, finals, last, question }: Watched): Outcome => ({
    ...{ kind, sentAt, first, final, isBusy },
    model: question === null ? 0 : modelTime(question),
    again: Math.max(0, finals - 1),
    last: final === null ? last.slice(0, 300) : '',
  });
  const noteState = (one: Watched, body: unknown, at: number): void => {
    const words = JSON.stringify(body) ?? '';
    one.last = words;
    const isBusy = words.includes(busyWords);
    // Only an answer that stays has buttons; a card for one member has none that must be there.
    if (!isBusy && !words.includes('custom_id') && one.kind !== 'button') return;
    if (one.final === null) open -= 1;
    one.final ??= at - one.sentAt;
    one.isBusy = isBusy;
    one.finals += 1;
  };

  return {
    begin(kind, sentAt, sent) {
      watched.set(sent.key, {
        ...{ ...sent, kind, sentAt, first: null, final: null, isBusy: false, finals: 0, last: '' },
      });
      open += 1;
    },
    note({ method, path, route, body, response, status, at }) {
      if (status >= 400) return;
      const parts = path.split('/');
      if (route === '/interactions/:interaction/:token/callback') {
        const one = watched.get(parts[3] ?? '');
        if (one !== undefined) one.first ??= at - one.sentAt;
      } else if (route.startsWith('/webhooks/') && method === 'PATCH') {
        const one = watched.get(parts[3] ?? '');
        if (one !== undefined) noteState(one, body, at);
      } else if (route === '/webhooks/:application/:token') {
        // A refusal that only the member sees takes the place of the answer; after an answer it is the next page.
        const one = watched.get(parts[3] ?? '');
        if (one?.final === null) noteState(one, body, at);
      } else if (route === '/channels/:channel/messages' && method === 'POST') {
        const one = watched.get(textAt(body, 'message_reference', 'message_id') ?? '');
        const id = textAt(response, 'id');
        // A page after the first has a nonce of its own, and so has a message that Discord has already.
        if (one === undefined || id === null || byReply.has(id)) return;
        if (textAt(body, 'nonce')?.endsWith('-0') !== true) return;
        byReply.set(id, one);
        one.first ??= at - one.sentAt;
        noteState(one, body, at);
      } else if (route === '/channels/:channel/messages/:message' && method === 'PATCH') {
        const one = byReply.get(parts.at(-1) ?? '');
        if (one !== undefined) noteState(one, body, at);
      }
    },
    open: () => open,
    take(all) {
      const now = Date.now();
      const isOver = ({ final, sentAt }: Watched): boolean =>
        all || (final !== null && now - sentAt - final > secondWithin);
      const over = [...watched.values()].filter(isOver);
      for (const one of over) watched.delete(one.key);
      for (const [id, one] of byReply) if (isOver(one)) byReply.delete(id);
      return over.map(toOutcome);
    },
  };
}

/** A text in a body, by the names that lead to it. */
function textAt(body: unknown, ...names: readonly string[]): string | null {
  let value = body;
  for (const name of names) {
    if (typeof value !== 'object' || value === null) return null;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return typeof value === 'string' ? value : null;
}
