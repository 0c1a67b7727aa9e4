/** `/config`: how the bot behaves in a server, for its moderators. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type BaseInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Command, Context, ReplyContext } from '../discord/command.ts';
import { inServersOnly } from '../discord/contexts.ts';
import { inEveryLocale, localise } from '../discord/localise.ts';
import { plain } from '../discord/payload.ts';
import { mayModerate } from '../discord/permissions.ts';
import { completeSetting } from '../discord/setting-completion.ts';
import { describeSetting, nameSetting, readSettingText } from '../discord/setting-words.ts';
import { UpstreamError, UserError } from '../errors.ts';
import type { KnownSettings } from '../guilds/guild-settings.ts';
import {
  defaultSettings,
  isSettingKey,
  type SettingKey,
  type Settings,
  settingKeys,
  showSetting,
} from '../guilds/settings.ts';
import { createTranslator, type Translate } from '../locales/translator.ts';

const subcommand = ApplicationCommandOptionType.Subcommand;
const settingOption = {
  ...localise('command.config.setting'),
  type: ApplicationCommandOptionType.String,
  choices: settingKeys.map((key) => ({
    name: nameSetting(key, createTranslator('en-US')),
    name_localizations: inEveryLocale(`setting.${key}`),
    value: key,
  })),
} as const;
/** Long enough for fifty mentions. */
const maxValueLength = 1500;

export const config: Command = {
  data: {
    ...localise('command.config'),
    ...inServersOnly,
    type: ApplicationCommandType.ChatInput,
    options: [
      { ...localise('command.config.show'), type: subcommand },
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
            max_length: maxValueLength,
          },
        ],
      },
      { ...localise('command.config.reset'), type: subcommand, options: [settingOption] },
    ],
  },
  isEphemeral: () => true,
  async execute(interaction, context) {
    const guildId = guildOf(interaction);
    const known = await context.services.guildSettings.load(guildId);
    if (!mayModerate(interaction, known))
      throw new UserError('not-moderator', 'not a moderator of this server');
    const lines = await carryOut(interaction, guildId, known, context);
    await context.reply.finish([plain(lines.join('\n'))]);
  },
  async complete(interaction, { services, translate }) {
    const known = services.guildSettings.peek(interaction.guildId);
    const key = interaction.options.getString('setting') ?? '';
    if (!mayModerate(interaction, known) || !isSettingKey(key)) return [];
    return completeSetting(key, known.settings, interaction, translate);
  },
};

function guildOf({ guildId }: BaseInteraction): string {
  if (guildId === null) throw new UserError('server-only', 'only in servers');
  return guildId;
}

function carryOut(
  interaction: ChatInputCommandInteraction,
  guildId: string,
  known: KnownSettings,
  context: ReplyContext,
): Promise<readonly string[]> {
  const { options } = interaction;
  switch (options.getSubcommand()) {
    case 'set': {
      const key = toSettingKey(options.getString('setting', true));
      const value = readSettingText(key, options.getString('value', true), context.translate);
      checkMentions(key, value, interaction);
      return change(interaction, guildId, { [key]: value }, context);
    }
    case 'reset': {
      const chosen = options.getString('setting');
      const keys = chosen === null ? settingKeys : [toSettingKey(chosen)];
      return change(interaction, guildId, Object.fromEntries(keys.map((key) => [key, null])), context);
    }
    default:
      return showAll(guildId, known, context);
  }
}

function toSettingKey(text: string): SettingKey {
  if (isSettingKey(text)) return text;
  throw new UserError('expired', 'a setting of another version');
}

/** What is named must be of this server: a channel of another one would silence the bot unseen. */
function checkMentions<Key extends SettingKey>(
  key: Key,
  value: Settings[Key],
  { guild }: ChatInputCommandInteraction,
): void {
  if (guild === null) return;
  const mentions = [...showSetting(key, value).matchAll(/<(#|@&)(\d+)>/g)];
  const strangers = mentions.filter(
    ([, sign, id = '']) => !(sign === '#' ? guild.channels.cache : guild.roles.cache).has(id),
  );
  if (strangers.length === 0) return;
  throw new UserError('setting-not-here', 'not of this server', {
    ids: strangers.map(([, , id]) => id).join(', '),
  });
}

async function change(
  { user }: ChatInputCommandInteraction,
  guildId: string,
  changes: { readonly [Key in SettingKey]?: Settings[Key] | null },
  { services, translate }: Context,
): Promise<readonly string[]> {
  const { guildSettings, log } = services;
  try {
    const { before, after } = await guildSettings.change(guildId, changes);
    const changed = settingKeys.filter(
      (key) => showSetting(key, before[key]) !== showSetting(key, after[key]),
    );
    if (changed.length > 0) log.info('settings-changed', { guildId, memberId: user.id, setting: changed });
    const keys = settingKeys.filter((key) => Object.hasOwn(changes, key));
    return changed.length === 0
      ? describeUnchanged(keys, after, translate)
      : [...changed.map((key) => describeChange(key, before, after, translate)), translate('config.applies')];
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    log.warn('settings-not-saved', { guildId, memberId: user.id, reason: error.reason, error });
    throw new UserError('settings-not-saved', 'the database cannot be written');
  }
}

function describeChange<Key extends SettingKey>(
  key: Key,
  before: Settings,
  after: Settings,
  translate: Translate,
): string {
  return translate('config.changed', {
    name: nameSetting(key, translate),
    before: describeSetting(key, before[key], translate),
    after: describeSetting(key, after[key], translate),
  });
}

function describeUnchanged(
  keys: readonly SettingKey[],
  settings: Settings,
  translate: Translate,
): readonly string[] {
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0) return [translate('config.nothingToReset')];
  const value = describeSetting(key, settings[key], translate);
  return [translate('config.unchanged', { name: nameSetting(key, translate), value })];
}

async function showAll(
  guildId: string,
  { state, settings }: KnownSettings,
  { services, translate }: Context,
): Promise<readonly string[]> {
  const used = services.config.model === null ? null : await usedToday(guildId, services);
  return [
    ...(state === 'stale' ? [translate('config.stale')] : []),
    ...(state === 'unknown' ? [translate('config.unknown')] : []),
    translate('config.title'),
    ...settingKeys.map((key) => describeLine(key, settings, translate)),
    ...(used === null ? [] : [translate('config.usedToday', { used })]),
    translate('config.howToChange'),
  ];
}

function describeLine<Key extends SettingKey>(key: Key, settings: Settings, translate: Translate): string {
  const name = nameSetting(key, translate);
  const value = describeSetting(key, settings[key], translate);
  const initial = describeSetting(key, defaultSettings[key], translate);
  return value === initial
    ? translate('config.line', { name, value })
    : translate('config.lineChanged', { name, value, initial });
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
