/** `/config history`: who changed which setting, from what, to what, when, and a button that takes it back. */
import { TimestampStyles, time, userMention } from 'discord.js';
import { UserError } from '../errors.ts';
import { readSettings } from '../guilds/settings.ts';
import type { KeptEdit } from '../guilds/stores.ts';
import { undoOf } from '../guilds/undo-edit.ts';
import type { Translate } from '../locales/translator.ts';
import { changeSettings, type Moderated, requireModerator } from './change-settings.ts';
import type { Context } from './command.ts';
import { type ComponentHandler, defineButton } from './component-handler.ts';
import { defineComponentId, toWholeNumber } from './component-ids.ts';
import { describeChanges } from './describe-changes.ts';
import { pagerRow } from './pager.ts';
import { button, type Payload, rowsOf } from './payload.ts';

const pageSize = 5;
/** Code points for the lines of all edits of a page, and for those that say what was just taken back. */
const editsRoom = 1200;
const undoneRoom = 400;

const pageId = defineNumberId('config-history');
const undoId = defineNumberId('config-undo');

function defineNumberId(name: string) {
  return defineComponentId<{ readonly number: number }>({
    name,
    toParts: ({ number }) => [number],
    fromParts([text, ...rest]) {
      const number = toWholeNumber(text);
      return number === null || rest.length > 0 ? null : { number };
    },
  });
}

/** One page of the edits, the newest first. Throws `UpstreamError('database')`. */
export async function renderHistory(
  { guildId, known }: Moderated,
  page: number,
  { services: { guildSettings }, translate }: Context,
  undone: readonly string[] = [],
): Promise<Payload> {
  // One more than is shown tells whether there is another page.
  const edits = await guildSettings.history(guildId, { skip: page * pageSize, take: pageSize + 1 });
  const shown = edits.slice(0, pageSize);
  const buttons = shown.map((edit, index) =>
    button({
      customId: undoId.encode({ number: edit.id }),
      label: translate('history.undoButton', { number: page * pageSize + index + 1 }),
      disabled: !(undoOf(edit)?.isExpected(known.settings) ?? false),
    }),
  );
  const room = Math.floor(editsRoom / Math.max(1, shown.length));
  const lines = shown.map((edit, index) => {
    const head = `**${page * pageSize + index + 1}.** ${whenOf(edit)} · ${userMention(edit.memberId)}`;
    return [head, ...describeEdit(edit, room, translate)].join('\n');
  });
  const last = page + (edits.length > pageSize ? 1 : 0);
  return {
    content: [
      ...undone,
      lines.length === 0 ? translate('history.empty') : translate('history.title'),
      ...lines,
    ].join('\n'),
    components: [
      ...rowsOf(buttons),
      ...pagerRow(page, last, (number) => pageId.encode({ number }), translate),
    ],
  };
}

function whenOf({ at }: KeptEdit): string {
  return time(new Date(at), TimestampStyles.ShortDateTime);
}

function describeEdit({ before, after }: KeptEdit, room: number, translate: Translate) {
  return describeChanges({ before: readSettings(before), after: readSettings(after) }, translate, room);
}

export const historyHandlers: readonly ComponentHandler[] = [
  defineButton({
    id: pageId,
    place: 'in-place',
    async execute(interaction, { number }, context) {
      const moderated = await requireModerator(interaction, context.services);
      await context.reply.finish([await renderHistory(moderated, number, context)]);
    },
  }),
  defineButton({
    id: undoId,
    place: 'in-place',
    async execute(interaction, { number }, context) {
      const moderated = await requireModerator(interaction, context.services);
      const edit = await context.services.guildSettings.findEdit(moderated.guildId, number);
      const undo = edit === null ? null : undoOf(edit);
      if (undo === null) throw new UserError('expired', 'no such edit of this server');
      const { changes, isExpected } = undo;
      const undone = await changeSettings(interaction, moderated, changes, context, {
        isExpected,
        room: undoneRoom,
      });
      const now = { ...moderated, known: await context.services.guildSettings.load(moderated.guildId) };
      await context.reply.finish([await renderHistory(now, 0, context, [...undone, ''])]);
    },
  }),
];
