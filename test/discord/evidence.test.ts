import { describe, expect, it } from 'vitest';
import type { Message } from '../../sandbox/world/message.ts';
import type { Article } from '../../src/knowledge/article.ts';
import { toArticle } from '../../src/knowledge/load-article.ts';
import { article, startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '两地什么时候建立协作对口帮扶关系？';

/** The article as somebody might correct it: another version, with other words at the same places. */
function correctedArticle(): Article {
  const { version: _, ...file } = article;
  const paragraphs = file.paragraphs
    .slice(1)
    .map((paragraph) => ({ ...paragraph, text: paragraph.text.replaceAll('2017年', '2018年') }));
  const passages = file.passages
    .filter(({ field }) => field === null)
    .map(({ id, paragraph, start, end }) => ({ id, paragraph, start, end }));
  return toArticle({ ...file, paragraphs, passages });
}

/** The id of the button that opens a citation's words, whatever it says. */
function quoteButton({ buttons }: Message, index = 0): string {
  return buttons.filter(({ custom_id }) => custom_id?.startsWith('quote:'))[index]?.custom_id ?? '';
}

describe('the evidence card', () => {
  it('shows the words of an older answer as they were, and says so, on every page', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    await bot.stop();
    await restart(correctedArticle());
    const card = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    expect(card.visibleTo).toBe(sandbox.member.id);
    expect(card.content).toContain('**2017年3月**');
    expect(card.content).toContain('rests on an older version of the article');
    await sandbox.member.tap(card, '¶2 ▶');
    expect(card.content).toContain(article.paragraphs[2]?.text);
    expect(card.content).toContain('rests on an older version of the article');
    const fresh = shownBy(await sandbox.member.slash('read', { paragraph: 1 }));
    expect(fresh.content).toContain('2018年3月');
    expect(fresh.content).not.toContain('older version');
  });

  it('has expired where the version of the answer was never kept', async () => {
    const { sandbox, bot, restart, database } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    await bot.stop();
    await database.use((connection) => connection.deleteFrom('articles').execute());
    await restart(correctedArticle());
    const card = shownBy(await sandbox.member.tap(answer, quoteButton(answer)));
    expect(card.content).toBe('This has expired. Please ask again.');
  });
});
