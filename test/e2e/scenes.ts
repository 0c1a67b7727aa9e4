/** What the README shows: the bot as it is, asked about the shipped article. */
import type { Theme } from '../../sandbox/pages/page.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { shownBy } from '../discord/test-message.ts';
import type { RunningBot } from './running-bot.ts';

const locale = 'zh-CN';

export interface Scene {
  readonly name: string;
  readonly message: Message;
  /** What a reader must find in the picture. */
  readonly words: readonly string[];
}

export const themes: readonly Theme[] = ['dark', 'light'];
export const widths = { desktop: 760, phone: 390 };

/** Plays each scene, one after the other. */
export async function playScenes({ sandbox }: RunningBot): Promise<readonly Scene[]> {
  const { member, moderator } = sandbox;
  const ask = async (question: string) => shownBy(await member.slash('ask', { question }, { locale }));
  const answer = await ask('张家港累计落实了多少帮扶资金？');
  const opens = answer.buttons.find((button) => /¶2(?!\d)/.test(button.label ?? ''));
  const evidence = shownBy(await member.tap(answer, opens?.custom_id ?? '', { locale }));
  const refusal = await ask('张家港的市长是谁？');
  const configuration = shownBy(await moderator.slash('config show', {}, { locale }));
  await moderator.slash('config set', { setting: 'keepQuestions', value: 'on' });
  for (const question of ['张家港的市长是谁？', '張家港的市長是誰？', '沿河县的县长是谁？'])
    await ask(question);
  const queue = shownBy(await moderator.slash('gaps', {}, { locale }));
  const gaps = shownBy(await moderator.tap(queue, '2', { locale, quietMs: 600 }));
  const doctor = shownBy(await moderator.slash('config doctor', {}, { locale }));
  return [
    { name: 'answer', message: answer, words: ['6594万元', '[1]', '¶2'] },
    { name: 'evidence', message: evidence, words: ['¶2', '6594万元'] },
    { name: 'refusal', message: refusal, words: ['¶'] },
    { name: 'configuration', message: configuration, words: ['设置', '可以回答的频道', '所有频道'] },
    { name: 'doctor', message: doctor, words: ['announcements', '发送消息'] },
    { name: 'gaps', message: gaps, words: ['张家港的市长是谁'] },
  ];
}
