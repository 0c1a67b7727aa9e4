/** Simplified Chinese. */

import type { Messages } from './messages.ts';
import { answers } from './zh-cn/answers.ts';
import { commands } from './zh-cn/commands.ts';
import { errors } from './zh-cn/errors.ts';
import { moderating } from './zh-cn/moderating.ts';
import { reading } from './zh-cn/reading.ts';
import { settings } from './zh-cn/settings.ts';

export const zhCN: Messages = { ...answers, ...reading, ...commands, ...errors, ...settings, ...moderating };
