/** `/config export` and `/config import`: the settings as a file, and back once a moderator has seen what it changes. */
import { createHash } from 'node:crypto';
import type { Attachment, BaseInteraction } from 'discord.js';
import { UserError } from '../errors.ts';
import type { SettingsChanges } from '../guilds/guild-settings.ts';
import { readSettingsBounded } from '../guilds/read-settings-bounded.ts';
import { applyChanges, type Settings } from '../guilds/settings.ts';
import { writeSettingsFile } from '../guilds/settings-file.ts';
import { changeSettings, checkChanges, type Moderated, requireModerator } from './change-settings.ts';
import type { Context } from './command.ts';
import { type ComponentHandler, defineButton } from './component-handler.ts';
import { defineComponentId } from './component-ids.ts';
import { changedKeys, describeChanges } from './describe-changes.ts';
import { button, type Payload, plain, rowsOf } from './payload.ts';
import { readAttachment } from './read-attachment.ts';

const maxFileBytes = 64 * 1024;

/** Holds what was set when the difference was drawn. The file itself stands on the message. */
const confirmId = defineComponentId<{ readonly drawn: string }>({
  name: 'config-import',
  toParts: ({ drawn }) => [drawn],
  fromParts: ([drawn = '']) => (/^[\w-]{16}$/.test(drawn) ? { drawn } : null),
});

export function exportSettings({ known }: Moderated, { translate }: Context): Payload {
  if (known.state === 'unknown') throw new UserError('settings-unknown', 'nothing to export');
  const stale = known.state === 'stale' ? [translate('config.stale')] : [];
  return {
    ...plain([...stale, translate('transfer.exported')].join('\n')),
    files: [fileOf(known.settings)],
  };
}

/** Shows what a file would change, with a button that does it. */
export async function previewImport(
  interaction: BaseInteraction,
  moderated: Moderated,
  attachment: Attachment,
  context: Context,
): Promise<Payload> {
  const { translate, services } = context;
  const before = moderated.known.settings;
  const changes = await readChanges(attachment, context);
  checkChanges(interaction, moderated, changes, services);
  const after = applyChanges(before, changes);
  if (changedKeys({ before, after }).length === 0) return plain(translate('transfer.same'));
  const confirm = button({
    customId: confirmId.encode({ drawn: fingerprintOf(before) }),
    label: translate('transfer.confirmButton'),
    style: 'primary',
  });
  return {
    content: [
      `**${translate('transfer.wouldChange')}**`,
      ...describeChanges({ before, after }, translate),
      translate('transfer.unnamed'),
    ].join('\n'),
    components: rowsOf([confirm]),
    files: [fileOf(after)],
  };
}

export const transferHandlers: readonly ComponentHandler[] = [
  defineButton({
    id: confirmId,
    place: 'in-place',
    async execute(interaction, { drawn }, context) {
      const moderated = await requireModerator(interaction, context.services);
      const attachment = interaction.message.attachments.first();
      if (attachment === undefined) throw new UserError('expired', 'the file is gone');
      const changes = await readChanges(attachment, context);
      const isExpected = (settings: Settings): boolean => fingerprintOf(settings) === drawn;
      const lines = await changeSettings(interaction, moderated, changes, context, { isExpected });
      await context.reply.finish([plain(lines.join('\n'))]);
    },
  }),
];

async function readChanges(attachment: Attachment, { services }: Context): Promise<SettingsChanges> {
  return readSettingsBounded(await readAttachment(attachment, maxFileBytes, services.config));
}

function fileOf(settings: Settings) {
  return { name: 'footnote-settings.json', attachment: Buffer.from(writeSettingsFile(settings)) };
}

function fingerprintOf(settings: Settings): string {
  return createHash('sha256').update(writeSettingsFile(settings)).digest('base64url').slice(0, 16);
}
