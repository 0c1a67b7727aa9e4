/** Puts together what the bot keeps of servers and members, on the stores of one database. */
import { type Config, isShared } from './config.ts';
import { createGuildSettings } from './guilds/guild-settings.ts';
import { createLimits } from './guilds/limits.ts';
import { createDayBudget } from './guilds/quotas.ts';
import { createRetention } from './guilds/retention.ts';
import { createSpending } from './guilds/spending.ts';
import type { Log } from './log.ts';
import { createMemoryRateLimiter } from './storage/rate-limiters.ts';
import type { Stores } from './storage/stores.ts';

export function openGuilds(stores: Stores, config: Config, log: Log) {
  const now = Date.now;
  const guildSettings = createGuildSettings({
    store: stores.settings,
    directMessages: config.discord.directMessages,
    ...{ log, now },
  });
  // What several processes count together cannot be in the memory of one.
  const memory = isShared(config) ? stores.rateLimiter : createMemoryRateLimiter();
  return {
    articleVersions: stores.articles,
    guildSettings,
    retention: createRetention({ store: stores.retention, guildSettings, log, now }),
    limits: createLimits({ memory, kept: stores.rateLimiter, now }),
    keptCounts: stores.rateLimiter,
    dayBudget: createDayBudget({ store: stores.usage, now, log }),
    spending: createSpending({ store: stores.spending, now, log }),
    feedbackStore: stores.feedback,
    gapStore: stores.gaps,
    pendingStore: stores.pending,
    checkDatabase: stores.check,
  };
}
