/** Every command there is: what is registered is what runs. A new one is a file of its own and a line here. */
import type { AnyCommand } from '../discord/command.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import { askAboutMessage } from './ask-about-message.ts';
import { checkMessage } from './check-message.ts';
import { config } from './config.ts';
import { gaps } from './gaps.ts';
import { help } from './help.ts';
import { insights } from './insights.ts';
import { privacy } from './privacy.ts';
import { read } from './read.ts';
import { search } from './search.ts';

export const commands: readonly AnyCommand[] = [
  ask,
  search,
  read,
  config,
  insights,
  gaps,
  help,
  about,
  privacy,
  askAboutMessage,
  checkMessage,
];
