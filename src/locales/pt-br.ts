/** Brazilian Portuguese. */

import type { Messages } from './messages.ts';
import { answers } from './pt-br/answers.ts';
import { commands } from './pt-br/commands.ts';
import { errors } from './pt-br/errors.ts';
import { moderating } from './pt-br/moderating.ts';
import { reading } from './pt-br/reading.ts';
import { settings } from './pt-br/settings.ts';

export const ptBR: Messages = { ...answers, ...reading, ...commands, ...errors, ...settings, ...moderating };
