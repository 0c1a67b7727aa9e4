/** Spanish. */
import { answers } from './es-es/answers.ts';
import { commands } from './es-es/commands.ts';
import { errors } from './es-es/errors.ts';
import { moderating } from './es-es/moderating.ts';
import { reading } from './es-es/reading.ts';
import { settings } from './es-es/settings.ts';
import type { Messages } from './messages.ts';

export const esES: Messages = { ...answers, ...reading, ...commands, ...errors, ...settings, ...moderating };
