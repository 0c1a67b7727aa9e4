/** Messages as a web page that looks like Discord, for pictures of what a member sees. */
import { readFileSync } from 'node:fs';
import { MessageFlags } from 'discord-api-types/v10';
import type { Message } from '../world/message.ts';
import type { World } from '../world/world.ts';
import { avatarOf, escapeHtml } from './html.ts';
import { type Names, renderMarkdown } from './markdown.ts';
import { renderComponent } from './render-component.ts';

export type Theme = 'dark' | 'light';

const css = readFileSync(new URL('page.css', import.meta.url), 'utf8');

/** Where the page looks for the library: whoever serves the page serves these from `node_modules`. */
const imports = {
  '@skyra/discord-components-core': '/node_modules/@skyra/discord-components-core/dist/index.js',
  '@lit/context': '/node_modules/@lit/context/index.js',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-element/': '/node_modules/lit-element/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
};

/** In the light theme the library's command is as dark as in the other one. */
const script = `import '@skyra/discord-components-core';
for (const { shadowRoot } of document.querySelectorAll('.light discord-command')) {
  const style = document.createElement('style');
  style.textContent = ':host([slot]) .discord-slash-command-name { background-color: #e6e8fd; color: #3c45a5 !important; }';
  shadowRoot.append(style);
}`;

/** A page of these messages, the first on top. Nothing in them becomes anything but text. */
export function renderPage(
  world: World,
  messages: readonly Message[],
  { theme }: { readonly theme: Theme },
): string {
  return `<!doctype html>
<html lang="en" class="${theme}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Messages</title>
<style>${css}</style>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module">${script}</script>
<discord-messages${theme === 'light' ? ' light-theme' : ''}>${messages.map((message) => renderMessage(world, message)).join('')}</discord-messages>
</html>
`;
}

function renderMessage(world: World, message: Message): string {
  const { author } = message;
  const names = namesIn(world, message);
  const marks = [
    author.bot ? ' bot' : '',
    message.visibleTo === null ? '' : ' ephemeral',
    message.editedAt === null || message.origin !== null ? '' : ' edited',
  ].join('');
  const content = message.content === '' ? '' : renderMarkdown(message.content, names);
  const embeds = message.flags & MessageFlags.SuppressEmbeds ? [] : message.embeds;
  const body = [
    message.loading ? '<p class="small">… is thinking</p>' : '',
    content === '' ? '' : `<div class="text">${content}</div>`,
    ...embeds.map(
      ({ title, description }) =>
        `<div class="container"><b>${escapeHtml(title ?? '')}</b><div class="text">${renderMarkdown(description ?? '', names)}</div></div>`,
    ),
    ...message.components.map((component) => renderComponent(component, names)),
    ...message.attachments.map((file) => `<div class="file">${escapeHtml(file.name)}</div>`),
  ];
  const name = author.displayName ?? author.username;
  return `<discord-message author="${escapeHtml(name)}" avatar="${avatarFor(author.bot, name)}" timestamp=""${marks}>${renderReply(world, message)}<div class="body">${body.join('')}</div></discord-message>`;
}

/** The line above a message: which command it answers, or which message. */
function renderReply(world: World, { origin, reference }: Message): string {
  if (origin?.name) {
    const name = origin.user.displayName ?? origin.user.username;
    return `<discord-command slot="reply" type="slash_command" author="${escapeHtml(name)}" avatar="${avatarFor(false, name)}" command="${escapeHtml(origin.name)}"></discord-command>`;
  }
  const answered = world.channels
    .get(reference?.channelId ?? '')
    ?.messages.find((message) => message.id === reference?.messageId);
  if (answered === undefined) return '';
  const name = answered.author.displayName ?? answered.author.username;
  const [line = ''] = answered.text.split('\n');
  return `<discord-reply slot="reply" author="${escapeHtml(name)}" avatar="${avatarFor(answered.author.bot, name)}">${escapeHtml(line)}</discord-reply>`;
}

function avatarFor(bot: boolean, name: string): string {
  return bot ? avatarOf('[1]', '#5865f2') : avatarOf(name.slice(0, 1).toUpperCase(), '#3ba55d');
}

function namesIn(world: World, message: Message): Names {
  const guild = world.guildOf(message.channel);
  const userName = (id: string) => {
    const user = world.users.get(id);
    return user?.displayName ?? user?.username ?? 'unknown-user';
  };
  return {
    user: userName,
    role: (id) => guild?.roles.get(id)?.name ?? 'unknown-role',
    channel: (id) => world.channels.get(id)?.name ?? 'unknown',
  };
}
