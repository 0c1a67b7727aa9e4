import type { Core } from '../core.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { Message } from '../world/message.ts';

export interface SettleOptions {
  /** How long to wait at most; 10 s unless given. */
  readonly timeoutMs?: number;
  /** For this long nothing may change before it counts as final. Unless given 150 ms, or until the bot is known to be done. */
  readonly quietMs?: number;
  /** False does not wait at all. */
  readonly settle?: boolean;
}

const usual = { timeoutMs: 10_000, quietMs: 150 };

function isAtRest(core: Core, { changedAt }: { readonly changedAt: number }, quietMs?: number): boolean {
  if (quietMs === undefined && !core.isBusy()) return true;
  return Date.now() - changedAt >= (quietMs ?? usual.quietMs);
}

/** Waits until the bot has answered an interaction and its answer no longer changes, or it was too late. */
export function settle(core: Core, interaction: Interaction, options: SettleOptions): Promise<Interaction> {
  if (options.settle === false) return Promise.resolve(interaction);
  const { timeoutMs = usual.timeoutMs, quietMs } = options;
  const look = () => {
    if (interaction.failed) return interaction;
    if (interaction.respondedAfterMs === null) return undefined;
    if (interaction.firstResponse === 'choices' || interaction.firstResponse === 'modal') return interaction;
    const { original } = interaction;
    if (original?.loading && !original.deleted) return undefined;
    return isAtRest(core, interaction, quietMs) ? interaction : undefined;
  };
  return core.changes.waitFor(
    look,
    timeoutMs,
    () =>
      `an answer to ${interaction.name ?? interaction.kind} (now: ${interaction.firstResponse ?? 'none'})`,
  );
}

/** Waits for a message of the bot for which the predicate holds, ephemeral ones too; the newest is found. */
export function waitForMessage(
  core: Core,
  predicate: (message: Message) => boolean,
  options: Pick<SettleOptions, 'timeoutMs'> = {},
): Promise<Message> {
  const { timeoutMs = usual.timeoutMs } = options;
  return core.changes.waitFor(
    () => findLast(core, predicate),
    timeoutMs,
    () => 'a message of the bot',
  );
}

/** As `waitForMessage`, but the message must have come to rest: not thinking, and not edited for a while. */
export function waitForFinal(
  core: Core,
  predicate: (message: Message) => boolean,
  options: SettleOptions = {},
): Promise<Message> {
  const { timeoutMs = usual.timeoutMs, quietMs } = options;
  const look = () => {
    const found = findLast(core, predicate);
    if (found === undefined || found.loading) return undefined;
    return isAtRest(core, found, quietMs) ? found : undefined;
  };
  return core.changes.waitFor(look, timeoutMs, () => 'a final message of the bot');
}

function findLast(core: Core, predicate: (message: Message) => boolean): Message | undefined {
  let newest: Message | undefined;
  for (const channel of core.world.channels.values()) {
    const found = channel.messages.findLast(
      (message) => message.author.id === core.world.bot.id && predicate(message),
    );
    if (found !== undefined && (newest === undefined || BigInt(found.id) > BigInt(newest.id))) newest = found;
  }
  return newest;
}
