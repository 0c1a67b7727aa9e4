/** Components as HTML, those of Components V2 among them, which the library does not draw. */
import { ButtonStyle, ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import type { AnyComponent, Button, Select } from '../forms/component-schema.ts';
import { escapeHtml } from './html.ts';
import { type Names, renderMarkdown } from './markdown.ts';

const buttonKinds: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

/** One component with all that it holds. */
export function renderComponent(component: AnyComponent, names: Names): string {
  const inner = (children: readonly AnyComponent[]) =>
    children.map((child) => renderComponent(child, names)).join('');
  switch (component.type) {
    case ComponentType.ActionRow:
      return `<div class="row">${inner(component.components)}</div>`;
    case ComponentType.Button:
      return renderButton(component);
    case ComponentType.TextDisplay:
      return `<div class="text">${renderMarkdown(component.content, names)}</div>`;
    case ComponentType.Section:
      return `<div class="section"><div class="section-text">${inner(component.components)}</div>${inner([component.accessory])}</div>`;
    case ComponentType.Container: {
      const colour = component.accent_color?.toString(16).padStart(6, '0');
      const accent = colour === undefined ? '' : ` accented" style="--accent: #${colour}`;
      return `<div class="container${accent}">${inner(component.components)}</div>`;
    }
    case ComponentType.Separator: {
      const space = component.spacing === SeparatorSpacingSize.Large ? ' large' : '';
      return component.divider === false ? `<div class="gap${space}"></div>` : `<hr class="gap${space}">`;
    }
    case ComponentType.Thumbnail:
      return fileOf(component.description ?? component.media.url);
    case ComponentType.MediaGallery:
      return component.items.map((item) => fileOf(item.description ?? item.media.url)).join('');
    case ComponentType.File:
      return fileOf(component.file.url);
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return renderSelect(component);
    case ComponentType.Label:
      return `<div class="label"><b>${escapeHtml(component.label)}</b><small>${escapeHtml(component.description ?? '')}</small>${inner([component.component])}</div>`;
    case ComponentType.TextInput:
      return `<div class="input">${escapeHtml(component.value ?? component.placeholder ?? '')}</div>`;
    default:
      return '';
  }
}

function renderButton(button: Button): string {
  const kind = `${buttonKinds[button.style] ?? 'secondary'}${button.disabled ? ' off' : ''}`;
  const emoji = button.emoji?.name ? `<span class="emoji">${escapeHtml(button.emoji.name)}</span>` : '';
  const launch = button.style === ButtonStyle.Link ? '<span class="launch">↗</span>' : '';
  return `<span class="button ${kind}">${emoji}<span>${escapeHtml(button.label ?? '')}</span>${launch}</span>`;
}

function renderSelect(select: Select): string {
  const chosen =
    select.type === ComponentType.StringSelect
      ? select.options.filter((option) => option.default).map((option) => option.label)
      : [];
  const shown = chosen.length > 0 ? chosen.join(', ') : (select.placeholder ?? 'Make a selection');
  return `<span class="select${chosen.length > 0 ? '' : ' empty-select'}${select.disabled ? ' off' : ''}"><span>${escapeHtml(shown)}</span><span class="chevron"></span></span>`;
}

function fileOf(name: string): string {
  return `<div class="file">${escapeHtml(name)}</div>`;
}
