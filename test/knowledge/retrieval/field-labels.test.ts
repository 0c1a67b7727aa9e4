import { describe, expect, it } from 'vitest';
import { readFieldLabels } from '../../../src/knowledge/retrieval/field-labels.ts';
import { foldText } from '../../../src/knowledge/text/fold.ts';

function fieldsOf(question: string): string[] {
  return [...readFieldLabels(foldText(question).text).fields];
}

describe('readFieldLabels', () => {
  it.each([
    ['本文作者是谁？', 'author'],
    ['誰寫的？', 'author'],
    ['Who wrote it?', 'author'],
    ['著者は誰ですか', 'author'],
    ['この記事は誰が書いたのですか', 'author'],
    ['저자는 누구입니까', 'author'],
    ['Qui a écrit cet article ?', 'author'],
    ['Wer ist der Autor?', 'author'],
    ['Кто автор этой статьи?', 'author'],
    ['作者的职务是什么？', 'authorNote'],
    ["What is the author's job?", 'authorNote'],
    ['文章的標題是什麼', 'title'],
    ['What is the article called?', 'title'],
    ['タイトルは？', 'title'],
    ['제목이 뭐예요', 'title'],
    ['¿Cuál es el título?', 'title'],
    ['发表在什么杂志上', 'journal'],
    ['这是第几期', 'journal'],
    ['Which journal was it in?', 'journal'],
    ['どの雑誌に掲載されましたか', 'journal'],
    ['어느 잡지에 실렸나요', 'journal'],
    ['什么时候发表的', 'publishedAt'],
    ['發表時間', 'publishedAt'],
    ['When was this published?', 'publishedAt'],
    ['いつ発表されましたか', 'publishedAt'],
    ['언제 발표되었나요', 'publishedAt'],
    ['Quand l’article a-t-il été publié ?', 'publishedAt'],
    ['是2019年发表的吧？', 'publishedAt'],
    ['责任编辑是谁', 'editor'],
    ['Who edited it?', 'editor'],
    ['关键词有哪些', 'keywords'],
    ['keywords', 'keywords'],
    ['全文分几个部分', 'headings'],
    ['小標題有哪些', 'headings'],
    ['What are the section headings?', 'headings'],
    ['見出しは', 'headings'],
    ['소제목', 'headings'],
  ])('takes %s for a question about the %s', (question, field) => {
    expect(fieldsOf(question)).toContain(field);
  });

  it.each(['投入了多少资金？', '作者认为关键是什么？', 'How many teachers came?', '何人が参加しましたか'])(
    'sees no field in %s',
    (question) => {
      expect(fieldsOf(question)).toEqual([]);
    },
  );

  it('says what is left without the labels', () => {
    expect(readFieldLabels('培训班的标题叫什么').rest).toBe('培训班的 叫什么');
  });

  it.each([
    ['Quem escreveu o artigo?', ''],
    ['Когда была опубликована статья?', ''],
    ['Qui est l’auteur du livre Les Misérables ?', 'livre misérables'],
  ])('leaves of %s what it asks about besides, without little words', (question, left) => {
    const { rest } = readFieldLabels(foldText(question).text);
    expect(rest.match(/[\p{L}]+/gu)?.join(' ') ?? '').toBe(left);
  });
});
