/** A server that has just invited the bot is told what the bot lacks there: who invited it, or else who reads along. */
import {
  AuditLogEvent,
  ChannelType,
  type Guild,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
  type SendableChannels,
} from 'discord.js';
import { UpstreamError } from '../../errors.ts';
import { createTranslator } from '../../locales/translator.ts';
import { callDiscord } from '../discord-call.ts';
import { escapeShort } from '../escape-text.ts';
import type { Payload } from '../payload.ts';
import { missing } from '../permissions.ts';
import { createRecent } from '../recent.ts';
import { post } from '../responder.ts';
import type { Services } from '../services.ts';
import { examine } from './examine.ts';
import { gatherFacts } from './gather-facts.ts';
import { renderFindings } from './render-findings.ts';

const hour = 3_600_000;
/** An entry that is older tells of an earlier invitation. */
const freshness = 10 * 60_000;
/** Nobody asked for it: what is longer is to be had by the command. */
const mostMessages = 3;

/** Handles one server that has been joined; the same again within an hour is told nothing. Never throws what is expected. */
export function createWelcome(current: () => Services): (guild: Guild) => Promise<void> {
  const welcomed = createRecent({ size: 1000, forMilliseconds: hour });
  return async (guild) => {
    if (!welcomed.add(guild.id)) return;
    const services = current();
    const { log } = services;
    try {
      const translate = createTranslator(guild.preferredLocale);
      const facts = await gatherFacts(guild, guild.joinedTimestamp, services);
      const head = translate('doctor.joined', { server: escapeShort(guild.name, 100) });
      const findings = examine(facts);
      const open = findings.filter(({ state }) => state !== 'ok');
      const messages = renderFindings(head, findings, facts.role, translate, open).slice(0, mostMessages);
      const way = await deliver(guild, messages);
      log.info('server-joined', { guildId: guild.id, way, count: open.length });
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      log.warn('upstream-failed', { guildId: guild.id, upstream: error.upstream, reason: error.reason });
    }
  };
}

/** To the inviter, or else into the first channel that takes it. */
async function deliver(guild: Guild, messages: readonly Payload[]): Promise<'direct' | 'channel' | 'nobody'> {
  const inviterId = await findInviter(guild);
  if (inviterId !== null && (await tryTo(() => tell(guild, inviterId, messages)))) return 'direct';
  const channel = firstChannel(guild);
  if (channel !== null && (await tryTo(() => postAll(channel, guild, messages)))) return 'channel';
  return 'nobody';
}

/** Null where the audit log may not be read, or does not tell. The bot does not ask for the permission. */
async function findInviter(guild: Guild): Promise<string | null> {
  if (!guild.members.me?.permissions.has(PermissionFlagsBits.ViewAuditLog)) return null;
  const type = AuditLogEvent.BotAdd;
  try {
    const { entries } = await callDiscord(() => guild.fetchAuditLogs({ type, limit: 10 }));
    const since = guild.joinedTimestamp - freshness;
    const entry = entries.find(
      ({ targetId, createdTimestamp }) => targetId === guild.client.user.id && createdTimestamp >= since,
    );
    return entry?.executorId ?? null;
  } catch (error) {
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

async function tell(guild: Guild, memberId: string, messages: readonly Payload[]): Promise<void> {
  const channel = await callDiscord(() => guild.client.users.createDM(memberId));
  await postAll(channel, guild, messages);
}

async function postAll(channel: SendableChannels, guild: Guild, messages: readonly Payload[]): Promise<void> {
  for (const [number, message] of messages.entries()) await post(channel, message, `${guild.id}-${number}`);
}

/** The channel for the server's own notices, or else the topmost, where the bot may speak. */
function firstChannel(guild: Guild): GuildTextBasedChannel | null {
  const channels = guild.channels.cache.filter((channel) => channel.type === ChannelType.GuildText);
  const sorted = [...channels.values()].sort((a, b) => a.rawPosition - b.rawPosition);
  const candidates = guild.systemChannel === null ? sorted : [guild.systemChannel, ...sorted];
  return (
    candidates.find((channel) => {
      const held = channel.permissionsFor(guild.client.user);
      return held !== null && missing(held, ['ViewChannel', 'SendMessages']).length === 0;
    }) ?? null
  );
}

async function tryTo(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof UpstreamError) return false;
    throw error;
  }
}
