/** German. */
import { answers } from './de/answers.ts';
import { commands } from './de/commands.ts';
import { errors } from './de/errors.ts';
import { moderating } from './de/moderating.ts';
import { reading } from './de/reading.ts';
import { settings } from './de/settings.ts';
import type { Messages } from './messages.ts';

export const de: Messages = { ...answers, ...reading, ...commands, ...errors, ...settings, ...moderating };
