/** What is kept of Discord: servers, channels, roles and the bot's own membership. Of all else only what is at work. */
import {
  type CacheFactory,
  type Channel,
  type Client,
  LimitedCollection,
  type Message,
  Options,
  type SweeperOptions,
} from 'discord.js';

/** So many of all channels together: what a conversation goes back to is mostly there, and a busy server takes no more. */
const messagesKept = 1_000;
/** In seconds. A direct message channel is let go when nothing was written in it from one time to the next. */
const sweepEvery = 15 * 60;

/** Nothing is kept of these, in one collection for all that would each have an empty one. */
const unused: ReadonlySet<string> = new Set([
  ...['PresenceManager', 'VoiceStateManager', 'StageInstanceManager', 'GuildScheduledEventManager'],
  ...['GuildEmojiManager', 'BaseGuildEmojiManager', 'ApplicationEmojiManager', 'GuildStickerManager'],
  ...['ReactionManager', 'ReactionUserManager', 'GuildInviteManager', 'GuildBanManager'],
  ...['AutoModerationRuleManager', 'GuildSoundboardSoundManager', 'EntitlementManager'],
  // A thread is found among the channels, like any other.
  ...['ThreadManager', 'ApplicationCommandManager', 'GuildApplicationCommandManager', 'SubscriptionManager'],
]);

const isSelf = ({ id, client }: { readonly id: string; readonly client: Client }): boolean =>
  id === client.user?.id;

/** Makes the collections of one client. */
export function createCaches(): CacheFactory {
  const nothing = new LimitedCollection<string, never>({ maxSize: 0 });
  // Ids are never the same in two channels.
  const messages = new LimitedCollection<string, Message>({ maxSize: messagesKept });
  const limited = Options.cacheWithLimits({
    UserManager: { maxSize: 0, keepOverLimit: isSelf },
    // And whoever did something last, until `noteAuthor` or an interaction has them.
    GuildMemberManager: { maxSize: 1, keepOverLimit: isSelf },
    ThreadMemberManager: { maxSize: 0, keepOverLimit: isSelf },
  });
  return (managerType, holds, manager) => {
    if (managerType.name === 'MessageManager') return messages;
    return unused.has(managerType.name) ? nothing : limited(managerType, holds, manager);
  };
}

/** Threads that were archived are let go, as usual, and channels of direct messages, of which there is one a member. */
export function createSweepers(client: () => Client, foldIdle: () => void): SweeperOptions {
  const lastMessages = new WeakMap<Channel, string | null>();
  const isQuiet = (channel: Channel): boolean => {
    if (!channel.isDMBased()) return false;
    const before = lastMessages.get(channel);
    const { lastMessageId = null } = channel;
    lastMessages.set(channel, lastMessageId);
    return before === lastMessageId;
  };
  return {
    ...Options.DefaultSweeperSettings,
    // No users are kept that could be swept: this is the client's timer, which ends with the client.
    users: {
      interval: sweepEvery,
      filter() {
        client().channels.cache.sweep(isQuiet);
        foldIdle();
        return null;
      },
    },
  };
}
