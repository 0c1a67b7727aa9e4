/** American English: the words that every other locale translates. Its keys and placeholders are the type of the rest. */
import { answers } from './en-us/answers.ts';
import { commands } from './en-us/commands.ts';
import { errors } from './en-us/errors.ts';
import { moderating } from './en-us/moderating.ts';
import { reading } from './en-us/reading.ts';
import { settings } from './en-us/settings.ts';

export const enUS = { ...answers, ...reading, ...commands, ...errors, ...settings, ...moderating } as const;
