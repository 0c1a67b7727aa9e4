/** `/config`: how the bot behaves in a server, for its moderators. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { changeSettings, type Moderated, requireModerator } from '../discord/change-settings.ts';
import type { Command, Context } from '../discord/command.ts';
import { inServersOnly } from '../discord/contexts.ts';
import { checkUp } from '../discord/doctor/check-up.ts';
import { installedGuildId } from '../discord/installation.ts';
import { localise } from '../discord/localise.ts';
import { openPanel, panelHandlers } from '../discord/panel-handlers.ts';
import { type Payload, plain } from '../discord/payload.ts';
import { mayModerate } from '../discord/permissions.ts';
import { completeKey, completeSetting } from '../discord/setting-completion.ts';
import { maxTypedLength } from '../discord/setting-control.ts';
import { readSettingKey, readSettingText } from '../discord/setting-words.ts';
import { historyHandlers, renderHistory } from '../discord/settings-history.ts';
import { exportSettings, previewImport, transferHandlers } from '../discord/settings-transfer.ts';
import type { SettingsChanges } from '../guilds/guild-settings.ts';
import { isSettingKey, settingKeys } from '../guilds/settings.ts';

const subcommand = ApplicationCommandOptionType.Subcommand;
/** Completed, not chosen from a list: a list holds 25 at most. */
const settingOption = {
  ...localise('command.config.setting'),
  type: ApplicationCommandOptionType.String,
  autocomplete: true,
  max_length: 100,
} as const;

export const config: Command = {
  data: {
    ...localise('command.config'),
    ...inServersOnly,
    type: ApplicationCommandType.ChatInput,
    options: [
      { ...localise('command.config.show'), type: subcommand, options: [settingOption] },
      {
        ...localise('command.config.set'),
        type: subcommand,
        options: [
          { ...settingOption, required: true },
          {
            ...localise('command.config.value'),
            type: ApplicationCommandOptionType.String,
            required: true,
            autocomplete: true,
            max_length: maxTypedLength,
          },
        ],
      },
      { ...localise('command.config.reset'), type: subcommand, options: [settingOption] },
      { ...localise('command.config.history'), type: subcommand },
      { ...localise('command.config.export'), type: subcommand },
      {
        ...localise('command.config.import'),
        type: subcommand,
        options: [
          {
            ...localise('command.config.file'),
            type: ApplicationCommandOptionType.Attachment,
            required: true,
          },
        ],
      },
      { ...localise('command.config.doctor'), type: subcommand },
    ],
  },
  isEphemeral: () => true,
  async execute(interaction, context) {
    const moderated = await requireModerator(interaction, context.services);
    if (interaction.options.getSubcommand() === 'doctor') return checkUp(interaction, context);
    await context.reply.finish([await carryOut(interaction, moderated, context)]);
  },
  components: [...panelHandlers, ...historyHandlers, ...transferHandlers],
  async complete(interaction, { services, translate }) {
    const known = services.guildSettings.peek(installedGuildId(interaction));
    if (!mayModerate(interaction, known)) return [];
    const { name, value } = interaction.options.getFocused(true);
    if (name === settingOption.name) return completeKey(value, translate);
    const key = interaction.options.getString(settingOption.name) ?? '';
    return isSettingKey(key)
      ? completeSetting(key, known.settings, interaction, translate, services.config.model?.allowed ?? [])
      : [];
  },
};

async function carryOut(
  interaction: ChatInputCommandInteraction,
  moderated: Moderated,
  context: Context,
): Promise<Payload> {
  const change = async (changes: SettingsChanges): Promise<Payload> =>
    plain((await changeSettings(interaction, moderated, changes, context)).join('\n'));
  const { options } = interaction;
  const { translate } = context;
  switch (options.getSubcommand()) {
    case 'set': {
      const key = readSettingKey(options.getString('setting', true), translate);
      const value = readSettingText(key, options.getString('value', true), translate);
      return change({ [key]: value });
    }
    case 'reset': {
      const chosen = options.getString('setting');
      const keys = chosen === null ? settingKeys : [readSettingKey(chosen, translate)];
      return change(Object.fromEntries(keys.map((key) => [key, null])));
    }
    case 'history':
      return renderHistory(moderated, 0, context);
    case 'export':
      return exportSettings(moderated, context);
    case 'import':
      return previewImport(interaction, moderated, options.getAttachment('file', true), context);
    default: {
      const chosen = options.getString('setting');
      const at = chosen === null ? 'where' : readSettingKey(chosen, translate);
      return openPanel(interaction, moderated, at, context);
    }
  }
}
