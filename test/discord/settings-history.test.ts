import { expect, it } from 'vitest';
import type { Person } from '../../sandbox/people/person.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { startTestBot } from './test-bot.ts';
import { redrawn, shownBy } from './test-message.ts';

async function history(person: Person): Promise<Message> {
  return shownBy(await person.slash('config history'));
}

it('tells who changed what and when, the newest first, and takes it back at a tap', async () => {
  const { sandbox, set } = await startTestBot();
  const { moderator, owner } = sandbox;
  expect((await history(moderator)).text).toBe('No setting has been changed yet.');
  await set({ length: 'short', chat: false });
  await set({ length: 'long' });
  const list = await history(moderator);
  expect(list.text.replace(/<t:\d+:f>/g, 'then')).toBe(
    [
      '**Changes of the settings, the newest first**',
      `**1.** then · ${owner.mention}`,
      'Length of answers: short → **long**',
      `**2.** then · ${owner.mention}`,
      'Answering messages: on → **off**',
      'Length of answers: normal → **short**',
    ].join('\n'),
  );
  expect(list.mentions).toEqual([]);
  await redrawn(sandbox, list, moderator.tap(list, 'Undo 1'));
  expect(list.text).toContain('Length of answers: long → **short**\nThis applies');
  expect(list.text).toContain(`· ${moderator.mention}\nLength of answers: long → **short**`);
  await redrawn(sandbox, list, moderator.tap(list, 'Undo 3'));
  expect(list.text).toContain('Length of answers: short → **normal**');
  expect(list.text).toContain('Answering messages: off → **on**');
});

it('takes nothing back that somebody else has changed since, or of another server', async () => {
  const { sandbox, set } = await startTestBot();
  const { moderator, editor } = sandbox;
  await set({ length: 'short' });
  const list = await history(moderator);
  await set({ length: 'long' });
  const late = await redrawn(sandbox, list, moderator.tap(list, 'Undo 1'));
  expect(late).toContain('Somebody else changed this meanwhile');
  expect((await history(moderator)).buttons.map(({ disabled }) => disabled)).toEqual([false, true]);
  const forged = await redrawn(sandbox, list, moderator.forge(list, 'config-undo:99'));
  expect(forged).toContain('expired');
  sandbox.edit.setMemberRoles(sandbox.seeded.guild, sandbox.seeded.users.moderator, []);
  const stale = await redrawn(sandbox, list, moderator.tap(list, 'Undo 1'));
  expect(stale).toBe('Only moderators of this server can do that.');
  expect((await history(editor)).text).toBe('Only moderators of this server can do that.');
});

it('shows an edit of many settings in full where there is room', async () => {
  const { sandbox, set } = await startTestBot();
  const limits = { memberPerDay: 5, channelPerDay: 9, serverPerDay: 50, tokensPerDay: 5000, moneyPerDay: 2 };
  await set({ ...limits, length: 'short', chat: false });
  const { original } = await sandbox.moderator.slash('config history', {}, { locale: 'fr' });
  expect(original?.text.split('\n')).toHaveLength(1 + 1 + 7);
});

it('has pages, within Discord’s limits whatever was changed', async () => {
  const { sandbox, set } = await startTestBot();
  const { moderator } = sandbox;
  const many = Array.from({ length: 50 }, (_, index) => `9999999999999999${10 + index}`);
  for (let edit = 0; edit < 7; edit += 1) {
    const ids = many.slice(edit);
    const lists = {
      channels: ids,
      deniedChannels: ids,
      allowedRoles: ids,
      deniedRoles: ids,
      barredMembers: ids,
    };
    await set({ ...lists, tone: '*'.repeat(200 - edit) });
  }
  const list = await history(moderator);
  expect(list.text).toContain('and 42 more');
  expect(list.text).toContain('… and');
  expect(list.text).toContain('**5.**');
  await redrawn(sandbox, list, moderator.tap(list, 'Next ▶'));
  expect(list.text).toContain('**7.**');
  expect(list.buttons.map(({ label }) => label)).toEqual(['Undo 6', 'Undo 7', '◀ Previous']);
});
