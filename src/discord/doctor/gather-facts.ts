/** Looks at all that a check-up rests on: what is known already, and one short question each to model, database and Discord. */
import { ChannelType, type Guild, type GuildBasedChannel } from 'discord.js';
import { UpstreamError } from '../../errors.ts';
import type { KnownSettings } from '../../guilds/guild-settings.ts';
import { findRefusal } from '../../guilds/policy.ts';
import { findCommandDrift } from '../deploy-commands.ts';
import { heldOf } from '../permissions.ts';
import type { Services } from '../services.ts';
import type { ChannelFacts, ChannelKind, CommandFacts, Facts, ModelFacts } from './facts.ts';

/** `discordNow`: the time that Discord gives for what has just come from it. Throws nothing that is expected. */
export async function gatherFacts(guild: Guild, discordNow: number, services: Services): Promise<Facts> {
  const clockAhead = (Date.now() - discordNow) / 1000;
  const { config, article, commands, guildSettings } = services;
  const self = guild.members.me;
  const [known, model, databaseFailure, registered] = await Promise.all([
    guildSettings.load(guild.id),
    lookAtModel(services),
    lookAtDatabase(services),
    lookAtCommands(guild, services),
  ]);
  return {
    role: self?.roles.botRole?.name ?? guild.client.user.username,
    heldInServer: heldOf(self?.permissions ?? null),
    channels: [...guild.channels.cache.values()].map((channel) => factsOf(channel, known)),
    others: [...guild.roles.cache.keys()],
    known,
    messageContent: config.discord.messageContent,
    model,
    databaseFailure,
    article: {
      title: article.title,
      version: article.version,
      paragraphs: article.paragraphs.length - 1,
    },
    commandCount: commands.length,
    commands: registered,
    clockAhead,
  };
}

/** Refusals that are the same for every member. */
const ofPlace: ReadonlySet<string> = new Set(['wrong-channel', 'denied-channel']);

function factsOf(channel: GuildBasedChannel, known: KnownSettings): ChannelFacts {
  const asked = {
    guildId: channel.guildId,
    channelId: channel.id,
    parentChannelId: channel.isThread() ? channel.parentId : null,
    memberId: '',
    roles: [],
    way: 'command',
  } as const;
  return {
    id: channel.id,
    kind: kindOf(channel),
    held: heldOf(channel.permissionsFor(channel.client.user)),
    mayAnswer: !ofPlace.has(findRefusal(asked, known)?.code ?? ''),
  };
}

const kinds: ReadonlyMap<ChannelType, ChannelKind> = new Map([
  [ChannelType.GuildText, 'text'],
  [ChannelType.GuildAnnouncement, 'announcement'],
  [ChannelType.GuildVoice, 'voice'],
  [ChannelType.GuildStageVoice, 'stage'],
  [ChannelType.GuildForum, 'forum'],
  [ChannelType.GuildMedia, 'media'],
]);

function kindOf(channel: GuildBasedChannel): ChannelKind {
  if (channel.isThread()) return channel.locked ? 'locked-thread' : 'other';
  return kinds.get(channel.type) ?? 'other';
}

async function lookAtModel({ config, checkModel }: Services): Promise<ModelFacts> {
  if (config.model === null || checkModel === null) return { state: 'none' };
  const model = config.model.name;
  const state = await reasonOr(checkModel);
  return 'reason' in state ? { state: 'away', model, reason: state.reason } : { state: state.value, model };
}

async function lookAtDatabase({ checkDatabase }: Services): Promise<string | null> {
  const state = await reasonOr(checkDatabase);
  return 'reason' in state ? state.reason : null;
}

async function lookAtCommands(guild: Guild, { config, commands }: Services): Promise<CommandFacts> {
  const { guildId } = config.discord;
  if (guildId !== null && guildId !== guild.id) return { state: 'elsewhere' };
  const { rest, application } = guild.client;
  const scope = { rest, applicationId: application.id, guildId, commands };
  const drift = await reasonOr(() => findCommandDrift(scope, guild.id));
  return 'reason' in drift
    ? { state: 'unknown', reason: drift.reason }
    : { state: 'registered', ...drift.value };
}

/** What a look gives, or why there is nothing to see. */
async function reasonOr<Value>(
  look: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly reason: string }> {
  try {
    return { value: await look() };
  } catch (error) {
    if (error instanceof UpstreamError) return { reason: error.reason };
    throw error;
  }
}
