/** The kinds of setting that name channels, roles and members by their ids. */
import { z } from 'zod';
import { fold, type Setting, type SettingSection } from './setting-kinds.ts';

const maxListed = 50;
const idSchema = z.string().regex(/^\d{15,20}$/);
const idListSchema = z.array(idSchema).min(1).max(maxListed).readonly();

/** Some channels, or `all`. */
export function channelList(section: SettingSection): Setting<'all' | readonly string[]> {
  return idList(section, 'channels', 'all', '#');
}

/** Some channels, or `nowhere`. */
export function fewChannels(section: SettingSection): Setting<'nowhere' | readonly string[]> {
  return idList(section, 'channels', 'nowhere', '#');
}

/** Some forums, or `nowhere`. */
export function fewForums(section: SettingSection): Setting<'nowhere' | readonly string[]> {
  return idList(section, 'forums', 'nowhere', '#');
}

/** Some roles, or the word for what holds without any. */
export function roleList<const Word extends string>(
  section: SettingSection,
  word: Word,
): Setting<Word | readonly string[]> {
  return idList(section, 'roles', word, '@&');
}

/** Some members, or `nobody`. */
export function memberList(section: SettingSection): Setting<'nobody' | readonly string[]> {
  return idList(section, 'members', 'nobody', '@');
}

/** One channel, or `nowhere`. */
export function oneChannel(section: SettingSection): Setting<string> {
  const { parse, show } = idList(section, 'channel', 'nowhere', '#');
  return {
    section,
    kind: 'channel',
    schema: z.union([z.literal('nowhere'), idSchema]),
    default: 'nowhere',
    words: ['nowhere'],
    bounds: {},
    parse(text) {
      const ids = parse(text);
      if (ids === null || typeof ids === 'string') return ids;
      return ids.length === 1 ? (ids[0] ?? null) : null;
    },
    show: (value) => (value === 'nowhere' ? value : show([value])),
  };
}

function idList<Word extends string>(
  section: SettingSection,
  kind: 'channels' | 'channel' | 'forums' | 'roles' | 'members',
  word: Word,
  sign: '#' | '@&' | '@',
): Setting<Word | readonly string[]> {
  const mention = new RegExp(`^(?:<${sign}!?(\\d{15,20})>|(\\d{15,20}))$`);
  return {
    section,
    kind,
    schema: z.union([z.literal<Word>(word), idListSchema]),
    default: word,
    words: [word],
    bounds: { most: maxListed },
    parse(text) {
      if (fold(text) === word) return word;
      const matches = fold(text)
        .replaceAll('><', '> <')
        .split(/[\s,、]+/)
        .filter((part) => part !== '')
        .map((part) => mention.exec(part));
      const ids = [...new Set(matches.map((match) => match?.[1] ?? match?.[2]))];
      const checked = idListSchema.safeParse(ids);
      return checked.success ? checked.data : null;
    },
    show: (value) => (typeof value === 'string' ? value : value.map((id) => `<${sign}${id}>`).join(' ')),
  };
}
