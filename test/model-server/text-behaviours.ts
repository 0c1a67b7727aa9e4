/** Text that is not the object asked for, or not where it should be, and faults of what is said. */
import { answersTruly, type Behaviour, says } from './behaviour.ts';
import { deliver } from './delivery.ts';
import { twistedReply, twists } from './drafts.ts';
import { trueReply } from './oracle.ts';

const says10th =
  (tenths: number): Behaviour =>
  (exchange) => {
    const text = trueReply(exchange.request);
    return deliver(exchange, { text: text.slice(0, Math.floor((text.length * tenths) / 10)) });
  };

const twisted =
  (twist: keyof typeof twists): Behaviour =>
  (exchange) =>
    deliver(exchange, { text: twistedReply(exchange.request, twists[twist]) });

export const textBehaviours = {
  // Text that is not the object asked for
  'says-nothing': says(''),
  'prose-only': says('The answer is in the third paragraph, I believe.'),
  'malformed-json': says('{"outcome": "answered", "statements": [{"text": oops}]}'),
  'other-shape': says('{"answer": "42", "sources": [1, 2, 3]}'),
  'unknown-outcome': says('{"outcome": "certainly", "statements": []}'),
  'hundred-kilobytes': (exchange) =>
    deliver(exchange, {
      text: `{"outcome":"answered","statements":[{"text":"${'很长'.repeat(50_000)}","citations":[]}]}`,
      pieceLength: 400,
    }),
  'breaks-at-1': says10th(1),
  'breaks-at-2': says10th(2),
  'breaks-at-3': says10th(3),
  'breaks-at-4': says10th(4),
  'breaks-at-5': says10th(5),
  'breaks-at-6': says10th(6),
  'breaks-at-7': says10th(7),
  'breaks-at-8': says10th(8),
  'breaks-at-9': says10th(9),
  /** The object after a thought that holds another, in a fence, with prose on both sides. */
  'thinks-aloud': (exchange) =>
    deliver(exchange, {
      text: `<think>\nShould I say {"outcome": "off-topic"}? No.\n</think>\n\nSure:\n\`\`\`json\n${trueReply(exchange.request)}\n\`\`\`\nAnything else?`,
    }),
  'thinks-apart': (exchange) =>
    deliver(exchange, {
      text: trueReply(exchange.request),
      thought: 'Let me look at the passages one by one. '.repeat(20),
    }),
  /** Statements first, outcome last; passage numbers as strings. */
  'other-order': (exchange) => deliver(exchange, { text: reorder(trueReply(exchange.request)) }),

  // Faults of what is said
  'cites-missing-passage': twisted('citesMissingPassage'),
  misnumbers: twisted('misnumbers'),
  'alters-number': twisted('altersNumber'),
  'invents-quote': twisted('inventsQuote'),
  'cites-nothing': twisted('citesNothing'),
  'repeats-citations': twisted('repeatsCitations'),
  'reverses-citations': twisted('reversesCitations'),
  'repeats-statements': twisted('repeatsStatements'),
  'other-language': twisted('otherLanguage'),
  /** Right as soon as it is asked once more. */
  'other-language-once': (exchange) =>
    exchange.attempt === 1 ? twisted('otherLanguage')(exchange) : answersTruly(exchange),
  'writes-table': twisted('writesTable'),
  'obeys-text': twisted('obeysText'),
} satisfies Record<string, Behaviour>;

function reorder(reply: string): string {
  const value: Record<string, unknown> = JSON.parse(reply);
  const entries = Object.entries(value).toReversed();
  return JSON.stringify(Object.fromEntries(entries)).replace(/"passage":(\d+)/g, '"passage":"[$1]"');
}
