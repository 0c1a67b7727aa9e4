/** What is offered while a moderator types the value of a setting. */
import { type AutocompleteInteraction, GuildMember } from 'discord.js';
import type { AllowedModel } from '../config.ts';
import {
  type SettingKey,
  type Settings,
  settingKeys,
  settingsTable,
  showSetting,
} from '../guilds/settings.ts';
import { formatNumber } from '../locales/format.ts';
import type { Translate } from '../locales/translator.ts';
import type { Choice } from './command.ts';
import { limits } from './limits.ts';
import { describeWord, foldWords, nameSetting, readSettingText } from './setting-words.ts';

/** The settings whose name has what is typed so far. */
export function completeKey(typed: string, translate: Translate): readonly Choice[] {
  const wanted = foldWords(typed);
  return settingKeys
    .map((key) => ({ name: nameSetting(key, translate), value: key }))
    .filter(({ name, value }) => foldWords(`${name} ${value}`).includes(wanted));
}

/** Values of `key` that go with what is typed so far: the present one, words, channels or roles, and what was typed if it is a value. */
export function completeSetting<Key extends SettingKey>(
  key: Key,
  settings: Settings,
  interaction: AutocompleteInteraction,
  translate: Translate,
  offered: readonly AllowedModel[],
): readonly Choice[] {
  const typed = interaction.options.getFocused();
  const { kind, words, default: initial } = settingsTable[key];
  const models = kind === 'model' ? offered.map(nameModel) : [];
  const spell = (value: string): Choice => ({ name: spellOut(value, interaction, translate), value });
  const values = [
    ...(isValue(key, typed, translate) ? [showSetting(key, readSettingText(key, typed, translate))] : []),
    showSetting(key, settings[key]),
    showSetting(key, initial),
    ...words,
  ].map(spell);
  const places =
    kind === 'channels' || kind === 'channel' || kind === 'forums' || kind === 'roles'
      ? completeList(kind, typed, interaction)
      : [];
  const matching = [...models, ...values, ...places].filter(
    (choice) => matches(choice, typed) && fits(choice),
  );
  return [...new Map(matching.map((choice) => [choice.value, choice])).values()];
}

/** With what a million tokens in, cached and out cost. */
export function nameModel({ name, prices }: AllowedModel): Choice {
  if (prices === null) return { name, value: name };
  const { tokensIn, tokensCached, tokensOut } = prices;
  return { name: `${name} (${[tokensIn, tokensCached, tokensOut].join(' / ')})`, value: name };
}

function isValue(key: SettingKey, text: string, translate: Translate): boolean {
  try {
    readSettingText(key, text, translate);
    return true;
  } catch {
    return false;
  }
}

function matches({ name, value }: Choice, typed: string): boolean {
  const wanted = foldWords(typed);
  return foldWords(name).includes(wanted) || value.toLowerCase().startsWith(wanted) || value.startsWith('<');
}

/** A value that was cut would be another value. */
function fits({ value }: Choice): boolean {
  return value.length > 0 && value.length <= limits.choiceName;
}

/** The mentions that stand already, followed by each channel or role whose name goes on as typed. */
function completeList(
  kind: 'channels' | 'channel' | 'forums' | 'roles',
  typed: string,
  interaction: AutocompleteInteraction,
): readonly Choice[] {
  const parts = typed.split(/[\s,、]+/);
  const isMention = (part: string): boolean => /^<(#|@&)\d+>$/.test(part);
  const standing = kind === 'channel' ? [] : parts.filter(isMention);
  const wanted = parts
    .filter((part) => !isMention(part))
    .join(' ')
    .replace(/^[#@]/, '')
    .toLowerCase();
  return (kind === 'roles' ? rolesOf(interaction) : channelsOf(interaction, kind))
    .filter(({ name, mention }) => name.toLowerCase().includes(wanted) && !standing.includes(mention))
    .slice(0, limits.choices)
    .map(({ mention }) => [...standing, mention].join(' '))
    .map((value) => ({ name: nameMentions(value, interaction), value }));
}

interface Mentioned {
  readonly name: string;
  readonly mention: string;
}

/** Channels where messages are written and which the moderator can see. */
function channelsOf(
  { guild, member }: AutocompleteInteraction,
  kind: 'channels' | 'channel' | 'forums',
): readonly Mentioned[] {
  if (guild === null || !(member instanceof GuildMember)) return [];
  const channels = [...guild.channels.cache.values()].filter(
    (channel) =>
      !channel.isThread() &&
      ((kind !== 'forums' && channel.isTextBased()) || (kind !== 'channel' && channel.isThreadOnly())) &&
      channel.permissionsFor(member).has('ViewChannel'),
  );
  return channels.map(({ id, name }) => ({ name, mention: `<#${id}>` }));
}

/** Roles that people are given: not everyone's, and none that belongs to an integration. */
function rolesOf({ guild }: AutocompleteInteraction): readonly Mentioned[] {
  if (guild === null) return [];
  const roles = [...guild.roles.cache.values()].filter(({ id, managed }) => id !== guild.id && !managed);
  return roles.map(({ id, name }) => ({ name, mention: `<@&${id}>` }));
}

/** A choice shows no mentions, so names stand for them. */
function spellOut(value: string, interaction: AutocompleteInteraction, translate: Translate): string {
  if (value.startsWith('<')) return nameMentions(value, interaction);
  return /^\d+$/.test(value) ? formatNumber(Number(value), translate.locale) : describeWord(value, translate);
}

function nameMentions(value: string, { guild }: AutocompleteInteraction): string {
  return value.replace(/<(#|@&)(\d+)>/g, (mention, sign: string, id: string) => {
    const name = (sign === '#' ? guild?.channels.cache : guild?.roles.cache)?.get(id)?.name;
    return name === undefined ? mention : `${sign === '#' ? '#' : '@'}${name}`;
  });
}
