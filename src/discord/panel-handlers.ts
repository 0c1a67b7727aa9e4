/** `/config show`: opens the settings' panel, and carries out what is tapped there. Who taps is checked each time. */
import type { BaseInteraction, ModalSubmitInteraction } from 'discord.js';
import { UpstreamError, UserError } from '../errors.ts';
import type { SettingsChanges } from '../guilds/guild-settings.ts';
import { type SettingSection, settingSections } from '../guilds/setting-kinds.ts';
import { isSettingKey, type SettingKey, settingsTable } from '../guilds/settings.ts';
import type { Translate } from '../locales/translator.ts';
import { changeSettings, type Moderated, requireModerator } from './change-settings.ts';
import type { Context, ReplyContext } from './command.ts';
import {
  type ComponentHandler,
  type ComponentInteraction,
  defineButton,
  defineModal,
  defineModalButton,
} from './component-handler.ts';
import { installedGuildId } from './installation.ts';
import { panelIds } from './panel-ids.ts';
import type { Payload } from './payload.ts';
import { mayModerate } from './permissions.ts';
import { previewAnswer } from './preview-answer.ts';
import { fingerprintOf, readMenu, readTyped, typingModal } from './setting-control.ts';
import { readSettingText } from './setting-words.ts';
import { type Panel, renderPanel } from './settings-panel.ts';

/** Code points for what was just changed, above the panel. */
const noticeRoom = 600;

/** The panel on a setting, on a section, or on the first one. */
export async function openPanel(
  { guild }: BaseInteraction,
  { guildId, known }: Moderated,
  at: SettingKey | SettingSection,
  { services, translate }: Context,
  notice: readonly string[] = [],
): Promise<Payload> {
  const place: Pick<Panel, 'section' | 'key'> = isSettingKey(at)
    ? { section: settingsTable[at].section, key: at }
    : { section: at };
  const counts = place.section === 'how-much' && services.config.model !== null;
  const used = counts ? await usedToday(guildId, services) : null;
  const { discord, model } = services.config;
  const operator = { messageContent: discord.messageContent, models: model?.allowed ?? [] };
  return renderPanel({ ...place, known, guild, operator, used, notice, translate });
}

/** Null while the database is away. */
async function usedToday(guildId: string, { dayBudget }: Context['services']): Promise<number | null> {
  try {
    return await dayBudget.used(guildId);
  } catch (error) {
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

/** Stores a value if the one that was drawn is still there, and shows what is there then, with what came of it. */
async function edit(
  interaction: ComponentInteraction | ModalSubmitInteraction,
  { key, drawn }: { readonly key: SettingKey; readonly drawn: string },
  changes: () => SettingsChanges,
  context: ReplyContext,
): Promise<void> {
  const { services, reply, translate } = context;
  const moderated = await requireModerator(interaction, services);
  const notice = await toldInPlace(translate, () =>
    changeSettings(interaction, moderated, changes(), context, {
      isExpected: (settings) => fingerprintOf(key, settings) === drawn,
      room: noticeRoom,
    }),
  );
  const now = { ...moderated, known: await services.guildSettings.load(moderated.guildId) };
  await reply.finish([await openPanel(interaction, now, key, context, [...notice, ''])]);
}

/** What is refused is said where the value stands, so that it can be put right. */
async function toldInPlace(
  translate: Translate,
  change: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof UserError) return [`⚠️ ${translate.describeError(error)}`];
    throw error;
  }
}

/** The one value that was chosen; null for a forged interaction. */
function chosenIn(interaction: ComponentInteraction): string | null {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? null) : null;
}

export const panelHandlers: readonly ComponentHandler[] = [
  defineButton({
    id: panelIds.section,
    place: 'in-place',
    async execute(interaction, _, context) {
      const moderated = await requireModerator(interaction, context.services);
      const section = settingSections.find((one) => one === chosenIn(interaction));
      if (section === undefined) throw new UserError('expired', 'no such section');
      await context.reply.finish([await openPanel(interaction, moderated, section, context)]);
    },
  }),
  defineButton({
    id: panelIds.setting,
    place: 'in-place',
    async execute(interaction, _, context) {
      const moderated = await requireModerator(interaction, context.services);
      const key = chosenIn(interaction) ?? '';
      if (!isSettingKey(key)) throw new UserError('expired', 'no such setting');
      await context.reply.finish([await openPanel(interaction, moderated, key, context)]);
    },
  }),
  defineButton({
    id: panelIds.menu,
    place: 'in-place',
    execute(interaction, values, context) {
      const { key } = values;
      const chosen = interaction.isAnySelectMenu() ? interaction.values : null;
      return edit(
        interaction,
        values,
        () => {
          if (chosen === null) throw new UserError('expired', 'a forged id');
          return { [key]: readSettingText(key, readMenu(key, chosen), context.translate) };
        },
        context,
      );
    },
  }),
  defineButton({
    id: panelIds.reset,
    place: 'in-place',
    execute: (interaction, values, context) =>
      edit(interaction, values, () => ({ [values.key]: null }), context),
  }),
  defineButton({
    id: panelIds.preview,
    place: 'private',
    async execute(interaction, _, context) {
      const moderated = await requireModerator(interaction, context.services);
      await context.reply.finish(await previewAnswer(interaction, moderated, context));
    },
  }),
  defineModalButton({
    id: panelIds.type,
    modal({ key }, { services, translate }, interaction) {
      const known = services.guildSettings.peek(installedGuildId(interaction));
      if (!mayModerate(interaction, known)) throw new UserError('not-moderator', 'not a moderator');
      // What stands in the modal is what is known now: that is what its sender has seen.
      const drawn = fingerprintOf(key, known.settings);
      return typingModal(key, known.settings, panelIds.typed.encode({ key, drawn }), translate);
    },
  }),
  defineModal({
    id: panelIds.typed,
    place: 'in-place',
    execute: (interaction, values, context) =>
      edit(
        interaction,
        values,
        () => ({
          [values.key]: readSettingText(values.key, readTyped(interaction), context.translate),
        }),
        context,
      ),
  }),
];
