/** Settings that cannot have their effect as they are. */
import {
  type SettingKey,
  type Settings,
  settingKeys,
  settingsTable,
  showSetting,
} from '../../guilds/settings.ts';
import type { ChannelFacts, Facts } from './facts.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** These have no effect where the bot may not read what it is not asked, nor where it answers no messages. */
const unasked = ['questionChannels', 'questionForums'] as const;

export function examineSettings(facts: Facts): readonly Finding[] {
  return [...settingKeys.flatMap((key) => examineNamed(key, facts)), ...examineUnasked(facts)];
}

/** The channels and roles that a setting names. */
export function idsNamedIn<Key extends SettingKey>(key: Key, settings: Settings): readonly string[] {
  // A moderator's own words name nothing.
  if (settingsTable[key].kind === 'text') return [];
  return [...showSetting(key, settings[key]).matchAll(/<(?:#|@&)(\d+)>/g)].map(([, id = '']) => id);
}

function examineNamed(setting: SettingKey, { known, channels, others }: Facts): readonly Finding[] {
  const named = idsNamedIn(setting, known.settings);
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const gone = named.filter((id) => !byId.has(id) && !others.includes(id));
  const there = named.flatMap((id) => byId.get(id) ?? []);
  const isForum = setting === 'questionForums';
  const noForums = isForum ? there.filter(({ kind }) => kind !== 'forum') : [];
  const closed = isForum || setting === 'questionChannels' ? there.filter(({ mayAnswer }) => !mayAnswer) : [];
  const isMute = ({ held }: ChannelFacts) => !held.includes('ViewChannel') || !held.includes('SendMessages');
  const mute = setting === 'logChannel' ? there.filter(isMute) : [];
  const state = gone.length === named.length ? 'problem' : 'warning';
  const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
  return [
    ...(gone.length === 0 ? [] : [wrong(state, 'setting', { code: 'setting-gone', setting, ids: gone })]),
    ...(noForums.length === 0
      ? []
      : [wrong('problem', 'setting', { code: 'setting-no-forum', setting, ids: ids(noForums) })]),
    ...(closed.length === 0
      ? []
      : [wrong('problem', 'setting', { code: 'setting-not-allowed', setting, ids: ids(closed) })]),
    ...(mute.length === 0
      ? []
      : [wrong('problem', 'grant-in-channel', { code: 'setting-no-speech', setting, ids: ids(mute) })]),
  ];
}

function examineUnasked({ known: { settings }, messageContent }: Facts): readonly Finding[] {
  const used = unasked.filter((key) => settings[key] !== 'nowhere');
  const silenced = settings.chat ? [] : used;
  const content: readonly Finding[] = messageContent
    ? [fine({ code: 'content-on' })]
    : used.length === 0
      ? [fine({ code: 'content-off' })]
      : used.map((setting) => wrong('problem', 'content', { code: 'content-needed', setting }));
  return [
    ...silenced.map((setting) => wrong('problem', 'setting', { code: 'setting-chat-off', setting })),
    ...content,
  ];
}
