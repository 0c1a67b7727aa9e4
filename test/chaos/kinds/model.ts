/** What goes wrong with the model: everything that the loopback model can do, what is alike together. */
import { answersTruly } from '../../model-server/behaviour.ts';
import { type BehaviourName, behaviours } from '../../model-server/behaviours.ts';
import type { FaultKind } from '../fault.ts';

/** The bot leaves a model alone that has failed three times in a row: fewer requests are hit, so that each moment meets it. */
const mostRequests = 2;

type Names = readonly [BehaviourName, ...BehaviourName[]];

/** Alike: one of them at each moment. */
const groups: Readonly<Record<string, Names>> = {
  'breaks-off': [
    ...(['breaks-at-1', 'breaks-at-2', 'breaks-at-3', 'breaks-at-4', 'breaks-at-5'] as const),
    ...(['breaks-at-6', 'breaks-at-7', 'breaks-at-8', 'breaks-at-9'] as const),
  ],
  'refuses-options': [
    ...(['refuses-json-schema', 'refuses-json-formats', 'refuses-vaguely', 'refuses-temperature'] as const),
    ...(['refuses-max-tokens', 'refuses-output-limits', 'refuses-stream-options'] as const),
  ],
  'is-odd': [
    ...(['splits-characters', 'crlf-and-comments', 'no-done', 'no-usage', 'other-model-name'] as const),
    ...(['ignores-stream', 'one-event', 'thinks-aloud', 'thinks-apart', 'other-order'] as const),
  ],
  'is-untrue': [
    ...(['cites-missing-passage', 'misnumbers', 'alters-number', 'invents-quote', 'cites-nothing'] as const),
    ...(['repeats-citations', 'reverses-citations', 'repeats-statements', 'other-language'] as const),
    ...(['other-language-once', 'writes-table', 'obeys-text'] as const),
  ],
};

function misbehaves(kind: string, names: Names): FaultKind {
  return {
    ...{ name: `model-${kind}`, family: 'model', takes: 'nothing', end: null, lasts: [300, 900] },
    async inject({ model }, random) {
      const behaviour = behaviours[random.pick(names)];
      const most = random.between(1, mostRequests);
      let taken = 0;
      model.behave((exchange) => {
        taken += 1;
        return taken <= most ? behaviour(exchange) : answersTruly(exchange);
      });
      return {
        // What was not met is met by nobody: the bot's next trial is of a model that is well again.
        async heal() {
          model.behave(answersTruly);
          return taken > 0;
        },
      };
    },
  };
}

const grouped = new Set<string>(Object.values(groups).flat());

/** A fault of its own: in no group, and not how a model should be. */
function isAlone(name: string): name is BehaviourName {
  return name in behaviours && name !== 'well-behaved' && !grouped.has(name);
}

export const modelKinds: readonly FaultKind[] = [
  ...Object.keys(behaviours)
    .filter(isAlone)
    .map((name) => misbehaves(name, [name])),
  ...Object.entries(groups).map(([kind, names]) => misbehaves(kind, names)),
];
