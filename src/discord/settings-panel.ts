/** How the settings' panel looks: a section of them, or one to be changed. Made from the table of settings alone. */
import {
  type APIActionRowComponent,
  type APISelectMenuComponent,
  type APIStringSelectComponent,
  ComponentType,
  type Guild,
} from 'discord.js';
import type { AllowedModel } from '../config.ts';
import type { KnownSettings } from '../guilds/guild-settings.ts';
import { type SettingSection, settingSections } from '../guilds/setting-kinds.ts';
import {
  defaultSettings,
  type SettingKey,
  type Settings,
  settingKeys,
  settingsTable,
} from '../guilds/settings.ts';
import type { Translate } from '../locales/translator.ts';
import { limits, shorten } from './limits.ts';
import { panelIds } from './panel-ids.ts';
import { button, type Payload, rowsOf, textDisplay } from './payload.ts';
import { fingerprintOf, isTyped, menuOf } from './setting-control.ts';
import { describeBriefly, describeSetting, explainSetting, nameSetting } from './setting-words.ts';

interface Operator {
  readonly messageContent: boolean;
  readonly models: readonly AllowedModel[];
}

/** What is looked at, and what stands around it. */
export interface Panel {
  readonly section: SettingSection;
  /** One of the section's settings, to be changed; the section's list without one. */
  readonly key?: SettingKey;
  readonly known: KnownSettings;
  readonly guild: Guild | null;
  /** What the operator has switched on. */
  readonly operator: Operator;
  /** How many answers the model wrote today; null where that is not known or says nothing. */
  readonly used: number | null;
  /** Said above, such as what was just changed. */
  readonly notice?: readonly string[];
  readonly translate: Translate;
}

export function renderPanel(panel: Panel): Payload {
  const { section, key, known, notice = [], translate } = panel;
  const head = [
    ...notice,
    ...(known.state === 'stale' ? [translate('config.stale')] : []),
    ...(known.state === 'unknown' ? [translate('config.unknown')] : []),
    `${translate('config.title')} · ${translate(`setting.section.${section}`)}`,
  ].join('\n');
  const {
    body,
    briefly = body,
    rows,
    foot = [],
  } = key === undefined ? renderList(panel) : renderOne(key, panel);
  const ways = [rowOf(sectionMenu(section, translate)), rowOf(settingMenu(panel))];
  return {
    content: '',
    components: [
      {
        type: ComponentType.Container,
        components: [textDisplay(head), ...ways, ...body.map(textDisplay), ...rows, ...foot.map(textDisplay)],
      },
    ],
    asText: { content: [head, ...briefly, ...foot].join('\n'), components: [...ways, ...rows] },
  };
}

interface Part {
  /** Texts that stand a little apart from each other. */
  readonly body: readonly string[];
  /** The same for a message that holds half as much. */
  readonly briefly?: readonly string[];
  readonly foot?: readonly string[];
  readonly rows: ReturnType<typeof rowsOf>;
}

function renderList({ section, known: { settings }, used, operator, translate }: Panel): Part {
  const settingsOf = keysOf(section).map((key) => {
    const line = lineOf(key, settings, translate);
    const quiet = [explainSetting(key, translate), ...warningOf(key, operator, translate)];
    return { line, inFull: [line, ...quiet.map((sentence) => `-# ${sentence}`)].join('\n') };
  });
  const about = used === null ? [] : [translate('config.usedToday', { used })];
  return {
    body: [...settingsOf.map(({ inFull }) => inFull), ...about],
    briefly: [...settingsOf.map(({ line }) => `• ${line}`), ...about],
    rows: rowsOf([previewButton(translate)]),
    foot: [`-# ${translate('config.howToChange')}`],
  };
}

function renderOne(key: SettingKey, { known: { settings }, guild, operator, translate }: Panel): Part {
  const drawn = fingerprintOf(key, settings);
  const menu = menuOf(key, {
    settings,
    guild,
    translate,
    models: operator.models,
    customId: panelIds.menu.encode({ key, drawn }),
  });
  const buttons = [
    ...(isTyped(key, settings)
      ? [button({ customId: panelIds.type.encode({ key, drawn }), label: translate('panel.typeButton') })]
      : []),
    button({
      customId: panelIds.reset.encode({ key, drawn }),
      label: translate('panel.resetButton'),
      disabled: drawn === fingerprintOf(key, defaultSettings),
    }),
    previewButton(translate),
  ];
  return {
    body: [
      [
        `**${nameSetting(key, translate)}**`,
        explainSetting(key, translate),
        ...warningOf(key, operator, translate),
      ].join('\n'),
      [
        translate('panel.now', { value: describeValue(key, settings, translate) }),
        translate('panel.initial', { value: describeValue(key, defaultSettings, translate) }),
        ...(menu === null && isTyped(key, settings) ? [`-# ${translate('panel.typed')}`] : []),
      ].join('\n'),
    ],
    rows: [...(menu === null ? [] : [rowOf(menu)]), ...rowsOf(buttons)],
  };
}

function lineOf<Key extends SettingKey>(key: Key, settings: Settings, translate: Translate): string {
  const name = nameSetting(key, translate);
  const value = describeBriefly(key, settings[key], translate);
  const initial = describeBriefly(key, defaultSettings[key], translate);
  return value === initial
    ? translate('config.line', { name, value })
    : translate('config.lineChanged', { name, value, initial });
}

function describeValue<Key extends SettingKey>(key: Key, settings: Settings, translate: Translate): string {
  return describeSetting(key, settings[key], translate);
}

function warningOf(key: SettingKey, { messageContent }: Operator, translate: Translate): readonly string[] {
  const isIdle = settingsTable[key].needs === 'message-content' && !messageContent;
  return isIdle ? [translate('panel.needsMessageContent')] : [];
}

function sectionMenu(section: SettingSection, translate: Translate): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: panelIds.section.encode({}),
    options: settingSections.map((value) => ({
      value,
      label: translate(`setting.section.${value}`),
      default: value === section,
    })),
  };
}

function settingMenu({ section, key, translate }: Panel): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: panelIds.setting.encode({}),
    placeholder: translate('panel.settingPlaceholder'),
    options: keysOf(section).map((value) => ({
      value,
      label: shorten(nameSetting(value, translate), limits.selectOptionLabel),
      description: shorten(explainSetting(value, translate), limits.selectOptionLabel),
      default: value === key,
    })),
  };
}

function keysOf(section: SettingSection): readonly SettingKey[] {
  return settingKeys.filter((key) => settingsTable[key].section === section);
}

function previewButton(translate: Translate) {
  return button({ customId: panelIds.preview.encode({}), label: translate('panel.previewButton') });
}

function rowOf(menu: APISelectMenuComponent): APIActionRowComponent<APISelectMenuComponent> {
  return { type: ComponentType.ActionRow, components: [menu] };
}
