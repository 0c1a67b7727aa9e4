/** What the loopback model can do, by name: one fault each. */
import { answersTruly, type Behaviour } from './behaviour.ts';
import { serverBehaviours } from './server-behaviours.ts';
import { textBehaviours } from './text-behaviours.ts';
import { wireBehaviours } from './wire-behaviours.ts';

export const behaviours = {
  /** Answers from the passages it is shown, with true quotes. */
  'well-behaved': answersTruly,
  ...wireBehaviours,
  ...serverBehaviours,
  ...textBehaviours,
} satisfies Record<string, Behaviour>;

export type BehaviourName = keyof typeof behaviours;
