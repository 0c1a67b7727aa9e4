import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const other = '两地是哪一年结对的？';
const moment = 'That is being done already. One moment, please.';
const callback = '/interactions/:interaction/:token/callback';
const edit = '/webhooks/:application/:token/messages/@original';

const isBug = (line: string) => line.includes('"event":"bug"');

/** What the same done twice at once has shown. */
async function twice(act: () => Promise<Interaction>, tapped: Message): Promise<readonly string[]> {
  const done = await Promise.all([act(), act()]);
  return done.map(({ original, followUps }) =>
    original === null || original === tapped ? (followUps[0]?.text ?? 'in place') : original.text,
  );
}

describe('the same tap twice', () => {
  it('makes one new answer, also where a moderator taps with the asker', async () => {
    const { sandbox, asked } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    sandbox.fail('PATCH', edit, { delayMs: 500, times: 1 });
    const taps = await Promise.all(
      [sandbox.member, sandbox.member, sandbox.moderator].map((person) => person.tap(answer, '重新回答')),
    );
    const told = taps.flatMap(({ original }) =>
      original === answer || original === null ? [] : [original.text],
    );
    expect(told).toEqual([moment, moment]);
    await sandbox.waitFor(() => asked.length === 2 || undefined);
    await sandbox.quiet();
    expect(asked).toHaveLength(2);
  });

  it('sends a modal once; other words are another question', async () => {
    const { sandbox, asked } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    const opened = await sandbox.member.tap(answer, '继续提问', { locale: 'zh-CN' });
    sandbox.fail('PATCH', edit, { delayMs: 500, times: 2 });
    const shown = await Promise.all(
      [other, other, '它们在哪里？'].map((text) => sandbox.member.submitModal(opened, { question: text })),
    );
    expect(shown.map((one) => shownBy(one).text).filter((text) => text === moment)).toHaveLength(1);
    expect(asked).toHaveLength(3);
  });

  it('is carried out once on evidence, pager, thread, votes and their reason, and told of once', async () => {
    const { sandbox, set, logged } = await startTestBot();
    const { member } = sandbox;
    await set({ followUps: 'thread' });
    const answer = shownBy(await member.slash('ask', { question }));
    const found = shownBy(await member.slash('search', { query: '张家港 沿河' }));
    const pageOne = found.text;
    const why = await member.tap(answer, 'Not helpful');
    const acts: Readonly<Record<string, readonly [Message, () => Promise<Interaction>]>> = {
      evidence: [answer, () => member.tap(answer, answer.buttons[0]?.custom_id ?? '')],
      pager: [found, () => member.forge(found, next)],
      thread: [answer, () => member.tap(answer, 'Continue in a thread')],
      vote: [answer, () => member.tap(answer, 'Helpful')],
      reason: [answer, () => member.submitModal(why, { reason: ['other'], note: 'x' })],
    };
    const next = found.buttons.find(({ custom_id }) => custom_id?.startsWith('results:'))?.custom_id ?? '';
    const shown: Record<string, readonly string[]> = {};
    for (const [name, [message, act]] of Object.entries(acts)) {
      sandbox.fail('POST', callback, { delayMs: 250, times: 1 });
      const [first = '', second = ''] = (await twice(act, message)).toSorted(
        (a, b) => Number(a === moment) - Number(b === moment),
      );
      shown[name] = [first.replace(/\n.*/s, ''), second];
    }
    expect(shown).toEqual({
      evidence: [expect.stringContaining('¶'), moment],
      pager: ['in place', moment],
      thread: [`The conversation goes on in <#${answer.thread?.id}>.`, moment],
      vote: [expect.stringContaining('noted as helpful'), moment],
      reason: [expect.stringContaining('noted as not helpful'), moment],
    });
    expect(found.text).not.toBe(pageOne);
    expect(answer.thread?.messages).toHaveLength(1);
    expect(logged.filter((line) => line.includes('"event":"voted"'))).toHaveLength(2);
    expect(logged.filter(isBug)).toEqual([]);
  });

  it('deletes an answer once', async () => {
    const { sandbox, logged } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    await Promise.all([1, 2].map(() => sandbox.member.tap(answer, '删除', { settle: false })));
    await sandbox.waitFor(() => answer.deleted || undefined);
    await sandbox.quiet();
    expect(sandbox.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    expect(logged.filter(isBug)).toEqual([]);
  });
});
