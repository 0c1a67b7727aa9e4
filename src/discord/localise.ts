/** Names and descriptions of commands and options in every locale, as Discord registers them. */
import type { LocalizationMap } from 'discord.js';
import type { MessageKey } from '../locales/messages.ts';
import { createTranslator, locales } from '../locales/translator.ts';

/** Keys of the words of commands: `command.ask`, `command.ask.question`, ... */
type Described<K> = K extends `${infer Base extends `command.${string}`}.description` ? Base : never;
type CommandKey = Described<MessageKey>;

type MenuKey = Extract<MessageKey, `menu.${string}.name`>;

interface Localised {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
}

/** Name and description of a command or an option, to spread into its definition. */
export function localise(key: CommandKey): Localised {
  return {
    name: createTranslator('en-US')(`${key}.name`),
    name_localizations: inEveryLocale(`${key}.name`),
    description: createTranslator('en-US')(`${key}.description`),
    description_localizations: inEveryLocale(`${key}.description`),
  };
}

/** The name of a message's menu command, which has no description. */
export function localiseName(key: MenuKey): Pick<Localised, 'name' | 'name_localizations'> {
  return { name: createTranslator('en-US')(key), name_localizations: inEveryLocale(key) };
}

type ChoiceKey = Extract<MessageKey, `insights.period.${string}`>;

/** A choice of an option: what it is called, and the value that it stands for. */
export function localiseChoice(key: ChoiceKey, value: string) {
  return { name: createTranslator('en-US')(key), name_localizations: inEveryLocale(key), value };
}

/** Discord never falls back from one Spanish to the other. */
const latinAmerican = 'es-419';

/** Words without values in every locale that Discord has besides English. */
function inEveryLocale(
  key: MenuKey | ChoiceKey | `${CommandKey}.${'name' | 'description'}`,
): LocalizationMap {
  const others = [...locales.filter((locale) => locale !== 'en-US'), latinAmerican];
  return Object.fromEntries(others.map((locale) => [locale, createTranslator(locale)(key)]));
}
