/** What a setting is edited with, by its kind: a menu where Discord has one that holds every value, and a modal to type in. */
import { createHash } from 'node:crypto';
import {
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuComponent,
  ChannelType,
  ComponentType,
  type Guild,
  type ModalSubmitInteraction,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { AllowedModel } from '../config.ts';
import { type SettingKey, type Settings, settingsTable, showSetting } from '../guilds/settings.ts';
import type { Translate } from '../locales/translator.ts';
import type { Choice } from './command.ts';
import { toLine } from './escape-text.ts';
import { limits, shorten } from './limits.ts';
import { readText } from './modal-fields.ts';
import { nameModel } from './setting-completion.ts';
import { describeWord, explainSetting, nameSetting } from './setting-words.ts';

/** Kinds of which a value is one of the words, kinds that have others besides, and kinds that are lists of ids. */
const wordKinds: readonly string[] = ['switch', 'choice'];
const namedKinds: readonly string[] = ['language', 'model'];
const listKinds: readonly string[] = ['channels', 'channel', 'forums', 'roles', 'members'];
/** Long enough for fifty mentions. */
export const maxTypedLength = 1500;
const typedField = 'value';

/** What can be named as a place to answer in, and as the one to be told in. */
const answeredIn = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
];
const toldIn = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** Short for a setting's value: another value has another one. */
export function fingerprintOf(key: SettingKey, settings: Settings): string {
  return createHash('sha256').update(shown(key, settings)).digest('base64url').slice(0, 8);
}

/** The menu that holds the value; null where there is none, or where it holds less than is set. */
export function menuOf(
  key: SettingKey,
  { settings, customId, guild, models, translate }: Drawn,
): APISelectMenuComponent | null {
  const { kind, words } = settingsTable[key];
  const common = {
    custom_id: customId,
    // Nothing chosen in a list stands for its word.
    placeholder: shorten(describeWord(words[0] ?? '', translate), limits.placeholder),
  };
  const value = shown(key, settings);
  if (wordKinds.includes(kind) || namedKinds.includes(kind)) {
    const spell = (word: string): Choice => ({ name: describeWord(word, translate), value: word });
    const choices = [...words.map(spell), ...(kind === 'model' ? models.map(nameModel) : [])];
    if (!choices.some((choice) => choice.value === value)) choices.unshift(spell(value));
    if (choices.length > limits.optionsOfSelect) return null;
    return {
      ...common,
      type: ComponentType.StringSelect,
      options: choices.map((choice) => ({
        value: choice.value,
        label: shorten(toLine(choice.name), limits.selectOptionLabel),
        default: choice.value === value,
      })),
    };
  }
  const ids = idsIn(value);
  if (!listKinds.includes(kind) || ids.length > limits.valuesOfSelect) return null;
  const several = { ...common, min_values: 0, max_values: mostOf(key) };
  const preset = <Type extends SelectMenuDefaultValueType>(type: Type, present: readonly string[]) => ({
    default_values: present.map((id) => ({ id, type })),
  });
  // What is gone from the server cannot be shown as chosen.
  const here = (cache: { has(id: string): boolean } | undefined) => ids.filter((id) => cache?.has(id));
  switch (kind) {
    case 'roles':
      return {
        ...several,
        type: ComponentType.RoleSelect,
        ...preset(SelectMenuDefaultValueType.Role, here(guild?.roles.cache)),
      };
    case 'members':
      return {
        ...several,
        type: ComponentType.UserSelect,
        ...preset(SelectMenuDefaultValueType.User, ids),
      };
    default:
      return {
        ...several,
        type: ComponentType.ChannelSelect,
        channel_types:
          kind === 'forums' ? [ChannelType.GuildForum] : kind === 'channel' ? toldIn : answeredIn,
        ...preset(SelectMenuDefaultValueType.Channel, here(guild?.channels.cache)),
      };
  }
}

interface Drawn {
  readonly settings: Settings;
  readonly customId: string;
  readonly guild: Guild | null;
  /** Those that the operator allows. */
  readonly models: readonly AllowedModel[];
  readonly translate: Translate;
}

/** What was chosen in a menu, as text that the setting reads. */
export function readMenu(key: SettingKey, values: readonly string[]): string {
  return values.length === 0 ? (settingsTable[key].words[0] ?? '') : values.join(' ');
}

/** Whether a value can be typed that the menu does not have. */
export function isTyped(key: SettingKey, settings: Settings): boolean {
  const { kind } = settingsTable[key];
  if (!listKinds.includes(kind)) return !wordKinds.includes(kind);
  return mostOf(key) > 1 && idsIn(shown(key, settings)).length >= limits.valuesOfSelect;
}

/** A modal with the present value to type over. */
export function typingModal(
  key: SettingKey,
  settings: Settings,
  customId: string,
  translate: Translate,
): APIModalInteractionResponseCallbackData {
  const { words } = settingsTable[key];
  const value = shown(key, settings);
  const named = words.map((word) => describeWord(word, translate)).join(translate('permission.separator'));
  return {
    custom_id: customId,
    title: shorten(nameSetting(key, translate), limits.modalTitle),
    components: [
      {
        type: ComponentType.Label,
        label: translate('panel.modal.label'),
        description: shorten(explainSetting(key, translate), limits.placeholder),
        component: {
          type: ComponentType.TextInput,
          custom_id: typedField,
          style: listKinds.includes(settingsTable[key].kind)
            ? TextInputStyle.Paragraph
            : TextInputStyle.Short,
          max_length: maxTypedLength,
          value: words.includes(value) ? describeWord(value, translate) : value,
          ...(named !== '' && { placeholder: shorten(named, limits.placeholder) }),
          required: true,
        },
      },
    ],
  };
}

export function readTyped(interaction: ModalSubmitInteraction): string {
  return readText(interaction, typedField);
}

function shown<Key extends SettingKey>(key: Key, settings: Settings): string {
  return showSetting(key, settings[key]);
}

function idsIn(text: string): readonly string[] {
  return [...text.matchAll(/\d{15,20}/g)].map(([id]) => id);
}

/** How many a menu lets be chosen. */
function mostOf(key: SettingKey): number {
  const { kind, bounds } = settingsTable[key];
  return kind === 'channel' ? 1 : Math.min(bounds.most ?? 1, limits.valuesOfSelect);
}
