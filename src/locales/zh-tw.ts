/** Traditional Chinese, in Taiwan's wording. */

import type { Messages } from './messages.ts';
import { answers } from './zh-tw/answers.ts';
import { commands } from './zh-tw/commands.ts';
import { errors } from './zh-tw/errors.ts';
import { moderating } from './zh-tw/moderating.ts';
import { reading } from './zh-tw/reading.ts';
import { settings } from './zh-tw/settings.ts';

export const zhTW: Messages = { ...answers, ...reading, ...commands, ...errors, ...settings, ...moderating };
