/** Which channels lack which permission. Channels of a kind that lack the same are one finding. */
import type { Needed } from '../permissions.ts';
import { idsNamedIn } from './examine-settings.ts';
import type { ChannelFacts, ChannelKind, Facts } from './facts.ts';
import { type Finding, fine, wrong } from './finding.ts';

interface Needs {
  /** Without these the bot cannot answer there. */
  readonly must: readonly Needed[];
  /** Without these it answers less well. */
  readonly should: readonly Needed[];
}

const nothing: Needs = { must: [], should: [] };
const speech: Needs = {
  must: ['ViewChannel', 'SendMessages', 'ReadMessageHistory'],
  should: ['SendMessagesInThreads', 'EmbedLinks'],
};
// Messages in a voice channel are read by who may connect to it.
const voice: Needs = {
  must: ['ViewChannel', 'Connect', 'SendMessages', 'ReadMessageHistory'],
  should: ['EmbedLinks'],
};
// Every post is a thread.
const posts: Needs = {
  must: ['ViewChannel', 'SendMessagesInThreads', 'ReadMessageHistory'],
  should: ['EmbedLinks'],
};
const needsOf: Readonly<Record<ChannelKind, Needs>> = {
  text: speech,
  announcement: speech,
  voice,
  stage: voice,
  forum: posts,
  media: posts,
  // Moderators may have locked it to end it.
  'locked-thread': { must: [], should: ['ManageThreads'] },
  other: nothing,
};
const kinds = ['text', 'announcement', 'forum', 'media', 'voice', 'stage', 'locked-thread'] as const;

export function examineChannels(facts: Facts): readonly Finding[] {
  const excluded = facts.channels.filter(({ kind, mayAnswer }) => kind !== 'other' && !mayAnswer);
  return [
    ...kinds.flatMap((kind) => examineKind(kind, facts)),
    fine({ code: 'threads-private' }),
    ...(excluded.length === 0 ? [] : [fine({ code: 'channels-excluded', total: excluded.length })]),
  ];
}

function examineKind(kind: ChannelKind, facts: Facts): readonly Finding[] {
  const channels = facts.channels.filter((channel) => channel.kind === kind && channel.mayAnswer);
  const isNamed = namedIn(facts);
  // What is hidden from the bot may be meant to be, unless a setting names it.
  const hidden = channels.filter((one) => lacking(one, facts).includes('ViewChannel') && !isNamed(one));
  const groups = Map.groupBy(
    channels.filter((channel) => !hidden.includes(channel)),
    (channel) => `${lacking(channel, facts).join(' ')} ${isNamed(channel)}`,
  );
  const ofGroups = [...groups.values()].map((group) => describeGroup(kind, group, facts));
  const fineOnes = channels.filter((one) => lacking(one, facts).length === 0).length;
  return [
    ...ofGroups.flat(),
    ...(hidden.length === 0
      ? []
      : [wrong('warning', 'grant-in-channel', { code: 'channels-hidden', kind, channels: idsOf(hidden) })]),
    ...(fineOnes === 0
      ? []
      : [fine({ code: 'channels-fine', kind, fine: fineOnes, total: channels.length })]),
  ];
}

/** Channels that lack the same, all or none of them named by a setting. */
function describeGroup(kind: ChannelKind, group: readonly ChannelFacts[], facts: Facts): readonly Finding[] {
  const [example] = group;
  const permissions = example === undefined ? [] : lacking(example, facts);
  if (example === undefined || permissions.length === 0) return [];
  const isSilent = permissions.some((name) => needsOf[kind].must.includes(name));
  // A channel for reading only is nothing to mend, while the bot may speak elsewhere.
  const isWanted = namedIn(facts)(example) || !facts.channels.some((channel) => canAnswer(channel));
  const byChannel = permissions.some((name) => facts.heldInServer.includes(name));
  return [
    wrong(isSilent && isWanted ? 'problem' : 'warning', byChannel ? 'grant-in-channel' : 'grant-in-role', {
      code: 'channels-lack',
      kind,
      permissions,
      channels: idsOf(group),
    }),
  ];
}

function lacking({ kind, held }: ChannelFacts, { known }: Facts): readonly Needed[] {
  const { must, should } = needsOf[kind];
  const opensThreads = (kind === 'text' || kind === 'announcement') && known.settings.followUps === 'thread';
  const wanted = [...must, ...should, ...(opensThreads ? (['CreatePublicThreads'] as const) : [])];
  return wanted.filter((name) => !held.includes(name));
}

function canAnswer({ kind, held, mayAnswer }: ChannelFacts): boolean {
  const { must } = needsOf[kind];
  return mayAnswer && must.length > 0 && must.every((name) => held.includes(name));
}

/** Settings that name where the bot is to answer. */
const answering = ['channels', 'questionChannels', 'questionForums'] as const;

function namedIn({ known: { settings } }: Facts): (channel: ChannelFacts) => boolean {
  const ids = new Set(answering.flatMap((key) => idsNamedIn(key, settings)));
  return ({ id }) => ids.has(id);
}

function idsOf(channels: readonly ChannelFacts[]): readonly string[] {
  return channels.map(({ id }) => id);
}
