/** Japanese. */
import { answers } from './ja/answers.ts';
import { commands } from './ja/commands.ts';
import { errors } from './ja/errors.ts';
import { moderating } from './ja/moderating.ts';
import { reading } from './ja/reading.ts';
import { settings } from './ja/settings.ts';
import type { Messages } from './messages.ts';

export const ja: Messages = { ...answers, ...reading, ...commands, ...errors, ...settings, ...moderating };
