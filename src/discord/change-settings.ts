/** The one way in which a moderator's change of settings is checked, stored, logged and told. */
import { type BaseInteraction, userMention } from 'discord.js';
import { findModel, type ModelConfig } from '../config.ts';
import { UpstreamError, UserError } from '../errors.ts';
import type { KnownSettings, SettingsChanges } from '../guilds/guild-settings.ts';
import {
  applyChanges,
  type SettingKey,
  type Settings,
  settingKeys,
  settingsTable,
  showSetting,
} from '../guilds/settings.ts';
import type { Translate } from '../locales/translator.ts';
import type { Context } from './command.ts';
import { changedKeys, describeChanges } from './describe-changes.ts';
import { installedGuildId } from './installation.ts';
import { tellModerators } from './moderators-log.ts';
import { mayModerate } from './permissions.ts';
import { describeSetting, nameSetting } from './setting-words.ts';

/** A server, its settings, and that who acts may change them. */
export interface Moderated {
  readonly guildId: string;
  readonly known: KnownSettings;
}

/** Checked at the moment of each command and tap. Throws `UserError('server-only')` or `UserError('not-moderator')`. */
export async function requireModerator(
  interaction: BaseInteraction,
  { guildSettings }: Context['services'],
): Promise<Moderated> {
  const guildId = installedGuildId(interaction);
  if (guildId === null) throw new UserError('server-only', 'only in servers');
  const known = await guildSettings.load(guildId);
  if (!mayModerate(interaction, known))
    throw new UserError('not-moderator', 'not a moderator of this server');
  return { guildId, known };
}

interface ChangeOptions {
  /** Whether the settings at that moment are still those that the change was decided on. */
  readonly isExpected?: ((settings: Settings) => boolean) | undefined;
  /** Code points that the lines may take. */
  readonly room?: number;
}

/**
 * Stores what a moderator wants and returns it as lines to read. Throws a `UserError` and changes nothing where a
 * channel or role is not of this server, where the database is away, and where `isExpected` says that somebody else
 * was faster.
 */
export async function changeSettings(
  interaction: BaseInteraction,
  moderated: Moderated,
  changes: SettingsChanges,
  { services, translate }: Context,
  { isExpected, room }: ChangeOptions = {},
): Promise<readonly string[]> {
  const { guildSettings, log } = services;
  const { guildId } = moderated;
  const memberId = interaction.user.id;
  checkChanges(interaction, moderated, changes, services);
  try {
    const { before, after } = await guildSettings.change(guildId, changes, {
      memberId,
      ...(isExpected && { isExpected }),
    });
    const change = { before, after };
    const changed = changedKeys(change);
    if (changed.length > 0) {
      log.info('settings-changed', { guildId, memberId, setting: changed });
      const lines = (words: Translate) => [
        words('log.settingsChanged', { member: userMention(memberId) }),
        ...describeChanges(change, words),
      ];
      // Where the log channel was as well: nobody leaves it unseen.
      for (const settings of before.logChannel === after.logChannel ? [after] : [before, after]) {
        const nonce = `${interaction.id}-${settings === after ? 'a' : 'b'}`;
        await tellModerators(interaction.client, { guildId, settings, nonce }, lines, log);
      }
    }
    const keys = settingKeys.filter((key) => Object.hasOwn(changes, key));
    return changed.length === 0
      ? describeUnchanged(keys, after, translate)
      : [...describeChanges(change, translate, room), translate('config.applies')];
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    log.warn('settings-not-saved', { guildId, memberId, reason: error.reason, error });
    throw new UserError('settings-not-saved', 'the database cannot be written');
  }
}

/** Throws the `UserError` that says what is not of this server, or not what the operator allows. */
export function checkChanges(
  interaction: BaseInteraction,
  { known }: Moderated,
  changes: SettingsChanges,
  { config }: Context['services'],
): void {
  for (const key of settingKeys) checkMentions(key, changes[key], interaction);
  checkModel(changes, known.settings, config.model);
}

/** What is named must be of this server: a channel of another one would silence the bot unseen. */
function checkMentions<Key extends SettingKey>(
  key: Key,
  value: Settings[Key] | null | undefined,
  { guild }: BaseInteraction,
): void {
  if (guild === null || value === null || value === undefined) return;
  if (settingsTable[key].kind === 'text') return;
  const mentions = [...showSetting(key, value).matchAll(/<(#|@&)(\d+)>/g)];
  const strangers = mentions.filter(
    ([, sign, id = '']) => !(sign === '#' ? guild.channels.cache : guild.roles.cache).has(id),
  );
  if (strangers.length === 0) return;
  throw new UserError('setting-not-here', 'not of this server', {
    ids: strangers.map(([, , id]) => id).join(', '),
  });
}

/** What the operator does not allow, or has no prices for, cannot be set. */
function checkModel(changes: SettingsChanges, present: Settings, model: ModelConfig | null): void {
  const allowed = model?.allowed ?? [];
  const { model: wanted = null } = changes;
  if (wanted !== null && wanted !== 'operator' && !allowed.some(({ name }) => name === wanted))
    throw new UserError('model-not-allowed', 'not one of the operator’s models', {
      models: allowed.map(({ name }) => name).join(', ') || '—',
    });
  const after = applyChanges(present, changes);
  const isTouched = after.model !== present.model || after.moneyPerDay !== present.moneyPerDay;
  const { prices = null } = findModel(model, after.model) ?? {};
  if (isTouched && after.moneyPerDay !== 'unlimited' && prices === null)
    throw new UserError('prices-unknown', 'no prices are set for the model');
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
