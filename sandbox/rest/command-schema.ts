// Application commands, with Discord's limits on names, descriptions and options.
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { type FieldError, invalidForm } from '../discord-error.ts';
import { codePoints, issue, list, readForm, text } from '../forms/fields.ts';

const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const nameRule = issue('STRING_TYPE_REGEX', 'String value did not match validation regex.');
const optionName = text(1, 32).refine(
  (name) => slashName.test(name) && name === name.toLowerCase(),
  nameRule,
);
const description = text(1, 100);
const optionNames = z.record(z.string(), optionName).nullish();
const descriptions = z.record(z.string(), description).nullish();

const choice = z.object({
  name: text(1, 100),
  name_localizations: z.record(z.string(), text(1, 100)).nullish(),
  value: z.union([text(0, 100), z.number()]),
});

const optionFields = {
  type: z.number().int().min(1).max(11),
  name: optionName,
  name_localizations: optionNames,
  description,
  description_localizations: descriptions,
  required: z.boolean().nullish(),
  choices: list(choice, 0, 25).nullish(),
  channel_types: z.array(z.number().int()).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.number().int().min(0).max(6000).nullish(),
  max_length: z.number().int().min(1).max(6000).nullish(),
  autocomplete: z.boolean().nullish(),
};

const leaf = z.object(optionFields);
const branch = z.object({ ...optionFields, options: list(leaf, 0, 25).nullish() });
const top = z.object({ ...optionFields, options: list(branch, 0, 25).nullish() });

const command = z.object({
  id: z.string().nullish(),
  type: z.number().int().min(1).max(4).nullish(),
  name: z.string(),
  name_localizations: z.record(z.string(), z.string()).nullish(),
  description: z.string().nullish(),
  description_localizations: z.record(z.string(), z.string()).nullish(),
  options: list(top, 0, 25).nullish(),
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.number().int()).nullish(),
  integration_types: z.array(z.number().int()).nullish(),
  nsfw: z.boolean().nullish(),
});

export type CommandForm = z.infer<typeof command>;
export type CommandOption = z.infer<typeof top>;

/** A registered command. */
export interface StoredCommand extends CommandForm {
  readonly id: string;
  readonly type: number;
  readonly version: string;
  readonly guildId: string | null;
}

/** Reads one command, or refuses it with 50035; `prefix` is its place in a bulk write. */
export function readCommand(body: unknown, prefix: readonly string[] = []): CommandForm {
  const form = readForm(command, body, prefix);
  const errors = findCommandErrors(form);
  if (errors.length > 0)
    throw invalidForm(errors.map((error) => ({ ...error, path: [...prefix, ...error.path] })));
  return form;
}

function findCommandErrors(form: CommandForm): FieldError[] {
  const isSlash = (form.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  return [
    ...findNameErrors(form, isSlash),
    ...findDescriptionErrors(form, isSlash),
    ...findOptionErrors(form.options ?? [], ['options']),
    ...(commandSize(form) > 8000
      ? [fieldError([], 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')]
      : []),
  ];
}

function findNameErrors(form: CommandForm, isSlash: boolean): FieldError[] {
  const names: [path: string[], name: string][] = [
    [['name'], form.name],
    ...Object.entries(form.name_localizations ?? {}).map(([locale, name]): [string[], string] => [
      ['name_localizations', locale],
      name,
    ]),
  ];
  return names.flatMap(([path, name]) => {
    const length = codePoints(name);
    if (length < 1 || length > 32) return [lengthError(path, 1, 32)];
    if (isSlash && (!slashName.test(name) || name !== name.toLowerCase())) {
      return [fieldError(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
    }
    return [];
  });
}

function findDescriptionErrors(form: CommandForm, isSlash: boolean): FieldError[] {
  if (!isSlash) {
    return form.description
      ? [
          fieldError(
            ['description'],
            'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
            'Context menu commands cannot have description',
          ),
        ]
      : [];
  }
  if (!form.description) return [fieldError(['description'], 'BASE_TYPE_REQUIRED', 'This field is required')];
  const all: [path: string[], value: string][] = [
    [['description'], form.description],
    ...Object.entries(form.description_localizations ?? {}).map(([locale, value]): [string[], string] => [
      ['description_localizations', locale],
      value,
    ]),
  ];
  return all.flatMap(([path, value]) => (codePoints(value) > 100 ? [lengthError(path, 1, 100)] : []));
}

type AnyOption = Omit<CommandOption, 'options'> & { options?: readonly AnyOption[] | null | undefined };

function findOptionErrors(options: readonly AnyOption[], path: readonly (string | number)[]): FieldError[] {
  const seen = new Set<string>();
  let optionalSeen = false;
  return options.flatMap((option, index) => {
    const here = [...path, index];
    const errors: FieldError[] = [];
    if (seen.has(option.name)) {
      errors.push(
        fieldError(
          [...here, 'name'],
          'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
          'Option name already exists',
        ),
      );
    }
    seen.add(option.name);
    const isGroup =
      option.type === ApplicationCommandOptionType.Subcommand ||
      option.type === ApplicationCommandOptionType.SubcommandGroup;
    if (option.required && optionalSeen) {
      errors.push(
        fieldError(
          here,
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        ),
      );
    }
    if (!option.required && !isGroup) optionalSeen = true;
    if (option.autocomplete && (option.choices ?? []).length > 0) {
      errors.push(
        fieldError(
          [...here, 'choices'],
          'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_INVALID',
          'Choices cannot be used with autocomplete',
        ),
      );
    }
    return [...errors, ...findOptionErrors(option.options ?? [], [...here, 'options'])];
  });
}

/** The characters of names, descriptions and choice values together; of each, the longest translation counts. */
function commandSize(form: CommandForm): number {
  const longest = (
    value: string | null | undefined,
    translations: Record<string, string> | null | undefined,
  ) => Math.max(0, ...[value ?? '', ...Object.values(translations ?? {})].map(codePoints));
  const optionSize = (option: AnyOption): number =>
    longest(option.name, option.name_localizations) +
    longest(option.description, option.description_localizations) +
    (option.choices ?? []).reduce(
      (sum, entry) => sum + longest(entry.name, entry.name_localizations) + codePoints(String(entry.value)),
      0,
    ) +
    (option.options ?? []).reduce((sum, inner) => sum + optionSize(inner), 0);
  return (
    longest(form.name, form.name_localizations) +
    longest(form.description, form.description_localizations) +
    (form.options ?? []).reduce((sum, option) => sum + optionSize(option), 0)
  );
}

function fieldError(path: readonly (string | number)[], code: string, message: string): FieldError {
  return { path, code, message };
}

function lengthError(path: readonly string[], minimum: number, maximum: number): FieldError {
  return fieldError(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${minimum} and ${maximum} in length.`);
}
