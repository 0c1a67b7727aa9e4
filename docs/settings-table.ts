/** The table of settings on the moderators' pages, from the settings themselves and their words. */
import { describeWord, explainSetting, nameSetting } from '../src/discord/setting-words.ts';
import type { Setting } from '../src/guilds/setting-kinds.ts';
import {
  defaultSettings,
  type SettingKey,
  settingKeys,
  settingsTable,
  showSetting,
} from '../src/guilds/settings.ts';
import { formatNumber } from '../src/locales/format.ts';
import { createTranslator, type Translate } from '../src/locales/translator.ts';

/** What such a page says around the settings' own words. */
interface PageWords {
  readonly heading: readonly string[];
  readonly meaning: (words: string) => string;
  /** What may be typed besides the fixed words, for each kind of setting. */
  readonly typed: Readonly<Record<Setting<unknown>['kind'], (bounds: Bounds) => string>>;
}
type Bounds = Readonly<Record<string, string>>;

const nothingElse = (): string => '';

const english: PageWords = {
  heading: ['setting', 'what it does', 'by default', 'what may be typed'],
  meaning: (words) => ` (${words})`,
  typed: {
    channels: ({ most }) => `up to ${most} channels`,
    channel: () => 'one channel',
    forums: ({ most }) => `up to ${most} forums`,
    roles: ({ most }) => `up to ${most} roles`,
    members: ({ most }) => `up to ${most} members`,
    switch: nothingElse,
    choice: nothingElse,
    language: () => 'the tag of another language, such as `it`',
    amount: ({ least, most }) => `${least} to ${most}`,
    count: ({ least, most }) => `${least} to ${most}`,
    money: () => 'an amount such as 2.50',
    text: ({ most }) => `up to ${most} characters of your own`,
    model: () => 'the name of a model that the operator allows',
  },
};

const chinese: PageWords = {
  heading: ['设置', '作用', '默认', '可以填写'],
  meaning: (words) => `（${words}）`,
  typed: {
    channels: ({ most }) => `最多 ${most} 个频道`,
    channel: () => '一个频道',
    forums: ({ most }) => `最多 ${most} 个论坛频道`,
    roles: ({ most }) => `最多 ${most} 个身份组`,
    members: ({ most }) => `最多 ${most} 位成员`,
    switch: nothingElse,
    choice: nothingElse,
    language: () => '其他语言的标签，例如 `it`',
    amount: ({ least, most }) => `从 ${least} 到 ${most} 的整数`,
    count: ({ least, most }) => `从 ${least} 到 ${most} 的整数`,
    money: () => '金额，例如 2.50',
    text: ({ most }) => `最多 ${most} 个字的文字`,
    model: () => '运营者允许的模型的名称',
  },
};

/** The pages that have the table, and the language of each. */
export const moderatorPages = [
  { path: 'docs/moderators.md', words: english, translate: createTranslator('en-US') },
  { path: 'docs/moderators.zh-CN.md', words: chinese, translate: createTranslator('zh-CN') },
] as const;
type ModeratorPage = (typeof moderatorPages)[number];

const start = '<!-- settings: written by `npm run docs` -->';
const end = '<!-- end of settings -->';

/** The page as it is to be: what stands between the two marks is written anew. */
export function writeSettings(page: string, { words, translate }: ModeratorPage): string {
  const [before, old, after, ...more] = page.split(new RegExp(`(?<=${start})|(?=${end})`));
  if (old === undefined || after === undefined || more.length > 0)
    throw new TypeError(`a page needs one "${start}" and one "${end}" after it`);
  const rows = [
    words.heading,
    words.heading.map(() => '---'),
    ...settingKeys.map((key) => rowOf(key, words, translate)),
  ];
  return `${before}\n\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n${after}`;
}

function rowOf(key: SettingKey, words: PageWords, translate: Translate): readonly string[] {
  const { kind, bounds, words: fixed } = settingsTable[key];
  const initial = showSetting(key, defaultSettings[key]);
  const written = Object.entries(bounds).map(([name, bound]) => [
    name,
    formatNumber(bound, translate.locale),
  ]);
  const typed = [
    ...fixed.map((word) => spell(word, words, translate)),
    words.typed[kind](Object.fromEntries(written)),
  ];
  return [
    `**${nameSetting(key, translate)}**`,
    explainSetting(key, translate),
    fixed.includes(initial) ? `\`${initial}\`` : formatNumber(Number(initial), translate.locale),
    new Intl.ListFormat(translate.locale, { type: 'disjunction' }).format(
      typed.filter((text) => text !== ''),
    ),
  ].map((cell) => cell.replaceAll('|', '\\|'));
}

/** A word as it is typed, and what it is called where that says more. */
function spell(word: string, { meaning }: PageWords, translate: Translate): string {
  const called = describeWord(word, translate);
  return called === word ? `\`${word}\`` : `\`${word}\`${meaning(called)}`;
}
