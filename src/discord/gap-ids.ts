/** The custom ids of the moderators' queue. */
import { type GapState, gapStates } from '../guilds/gap-store.ts';
import { defineComponentId, toWholeNumber } from './component-ids.ts';

/** A page of the gaps of one state. */
export const gapsPageId = defineComponentId<{ readonly state: GapState; readonly page: number }>({
  name: 'gaps',
  toParts: ({ state, page }) => [state, page],
  fromParts([text, number, ...rest]) {
    const state = gapStates.find((one) => one === text);
    const page = toWholeNumber(number);
    return state === undefined || page === null || rest.length > 0 ? null : { state, page };
  },
});

/** A gap as a moderator saw it. */
export interface SeenGap {
  readonly id: number;
  readonly revision: number;
}

export const gapCardId = defineGapId('gap');
export const gapEditId = defineGapId('gap-edit');
export const gapSaveId = defineGapId('gap-save');
export const gapDismissId = defineGapId('gap-dismiss');

function defineGapId(name: string) {
  return defineComponentId<SeenGap>({
    name,
    toParts: ({ id, revision }) => [id, revision],
    fromParts([one, other, ...rest]) {
      const id = toWholeNumber(one);
      const revision = toWholeNumber(other);
      return id === null || revision === null || rest.length > 0 ? null : { id, revision };
    },
  });
}
