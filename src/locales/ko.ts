/** Korean. */
import { answers } from './ko/answers.ts';
import { commands } from './ko/commands.ts';
import { errors } from './ko/errors.ts';
import { moderating } from './ko/moderating.ts';
import { reading } from './ko/reading.ts';
import { settings } from './ko/settings.ts';
import type { Messages } from './messages.ts';

export const ko: Messages = { ...answers, ...reading, ...commands, ...errors, ...settings, ...moderating };
