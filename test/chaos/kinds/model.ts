/** What goes wrong with the model: everything that the loopback model can do. */
import { answersTruly } from '../../model-server/behaviour.ts';
import { type BehaviourName, behaviours } from '../../model-server/behaviours.ts';
import type { FaultKind } from '../fault.ts';

/** The bot leaves a model alone that has failed three times in a row: fewer requests are hit, so that each moment meets it. */
const mostRequests = 2;

function misbehaves(name: BehaviourName): FaultKind {
  return {
    ...{ name: `model-${name}`, family: 'model', takes: 'nothing', end: null, lasts: [300, 900] },
    async inject({ model }, random) {
      const most = random.between(1, mostRequests);
      let taken = 0;
      model.behave((exchange) => {
        taken += 1;
        return taken <= most ? behaviours[name](exchange) : answersTruly(exchange);
      });
      return { heal: async () => taken > 0 };
    },
  };
}

const names: readonly BehaviourName[] = Object.keys(behaviours).filter(isBehaviour);

function isBehaviour(name: string): name is BehaviourName {
  return name in behaviours && name !== 'well-behaved';
}

export const modelKinds: readonly FaultKind[] = names.map(misbehaves);
