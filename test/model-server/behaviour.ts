import { deliver, type Exchange } from './delivery.ts';
import { trueReply } from './oracle.ts';

/** Answers one request. */
export type Behaviour = (exchange: Exchange) => Promise<void>;

/** Says the truth, well delivered. */
export const answersTruly: Behaviour = (exchange) => deliver(exchange, { text: trueReply(exchange.request) });

/** Says just this, well delivered. */
export function says(text: string): Behaviour {
  return (exchange) => deliver(exchange, { text });
}
