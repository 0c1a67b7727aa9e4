import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { type Names, renderMarkdown } from '../../sandbox/pages/markdown.ts';
import { renderComponent } from '../../sandbox/pages/render-component.ts';

const names: Names = { user: (id) => `user${id}`, role: () => '<role>', channel: () => 'channel' };
const html = (text: string) => renderMarkdown(text, names);

describe('a page shows what Discord shows of', () => {
  it.each([
    [
      '**bold** and *it* and `a*b*`',
      '<p><strong>bold</strong> and <em>it</em> and <discord-code>a*b*</discord-code></p>',
    ],
    ['-# small print', '<p class="small">small print</p>'],
    ['> one\n> two', '<blockquote><p>one\ntwo</p></blockquote>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['## Title\ntext', '<h3 class="level-2">Title</h3><p>text</p>'],
    [String.raw`\*\*plain\*\* \[1\]`, '<p>**plain** [1]</p>'],
    ['before\n```js\n<b>\n```\nafter', '<p>before</p><pre class="code">&lt;b&gt;</pre><p>after</p>'],
    [
      '<@1> <@&2>',
      '<p><discord-mention type="user">user1</discord-mention> <discord-mention type="role">&lt;role&gt;</discord-mention></p>',
    ],
    ['[x](javascript:alert)', '<p>[x](javascript:alert)</p>'],
  ])('%j', (text, shown) => {
    expect(html(text)).toBe(shown);
  });
});

describe('any text', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
          '<script>',
          '"',
          "'",
          '>',
          '**',
          '`',
          '```',
          '||',
          '[',
          '](https://x"y)',
          '<@1>',
          '\n> ',
          '\n- ',
          '\\',
          '&lt;',
          ' onload=',
        ),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  const ours = /^(p|strong|em|u|s|a|ul|ol|li|blockquote|h3|pre|div|span|discord-(code|spoiler|mention))$/;
  const harmless = /^(class|type|start)$/;

  it('becomes elements of ours alone, and their attributes', () => {
    fc.assert(
      fc.property(hostile, (content) => {
        const shown = renderComponent({ type: 10, content: content || ' ' }, names);
        const { document } = parseHTML(`<html><body>${shown}</body></html>`);
        for (const element of document.body.querySelectorAll('*')) {
          expect(element.localName).toMatch(ours);
          for (const { name, value } of element.attributes)
            if (name === 'href') expect(value).toMatch(/^https?:\/\//);
            else expect(name).toMatch(harmless);
        }
      }),
    );
  });

  it('is what is read, when each of its marks is escaped', () => {
    fc.assert(
      fc.property(hostile, (content) => {
        const line = content.replace(/\s+/g, ' ').trim();
        const { document } = parseHTML(
          `<html><body>${html(line.replace(/[!-/:-@[-`{-~]/g, '\\$&'))}</body></html>`,
        );
        expect(document.body.textContent).toBe(line);
      }),
    );
  });

  it('has times in words, and what is none as it stands', () => {
    const now = Math.floor(Date.now() / 1000);
    expect(html(`<t:${now - 7200}:R>`)).toContain('2 hours ago');
    expect(html('<t:0:f>')).toContain('1 January 1970');
    expect(html('<t:x:R>')).toContain('&lt;t:x:R&gt;');
  });

  it('is a label as it stands', () => {
    fc.assert(
      fc.property(hostile, (label) => {
        const shown = renderComponent({ type: 2, style: 2, custom_id: 'x', label }, names);
        const { document } = parseHTML(`<html><body>${shown}</body></html>`);
        expect(document.body.textContent).toBe(label);
      }),
    );
  });
});
