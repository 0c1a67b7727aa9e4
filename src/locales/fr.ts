/** French. */
import { answers } from './fr/answers.ts';
import { commands } from './fr/commands.ts';
import { errors } from './fr/errors.ts';
import { moderating } from './fr/moderating.ts';
import { reading } from './fr/reading.ts';
import { settings } from './fr/settings.ts';
import type { Messages } from './messages.ts';

export const fr: Messages = { ...answers, ...reading, ...commands, ...errors, ...settings, ...moderating };
