/** What goes wrong with Discord's gateway. */
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { exitCodes } from '../../../src/exit-codes.ts';
import type { FaultKind } from '../fault.ts';

const moment: FaultKind['lasts'] = [0, 600];
/** Milliseconds: a silent connection is noticed after one or two of these. */
const heartbeat = 4_000;

/** Codes after which discord.js resumes, with what was missed, or begins anew, and what was said between is lost. */
const resumed = [1006, 1011, 1012, 4000, 4001, 4002, 4009];
const begunAnew = [1000, 1001, 4003, 4005, 4007, 4008];
/** Codes that end the connection for good, and the exit code that docs/operators.md gives for each. */
const fatal = [
  ...[
    [4004, exitCodes.wrongToken] as const,
    [4010, exitCodes.discordUnreachable] as const,
    [4011, exitCodes.discordUnreachable] as const,
  ],
  ...[
    [4012, exitCodes.discordUnreachable] as const,
    [4013, exitCodes.disallowedIntents] as const,
    [4014, exitCodes.disallowedIntents] as const,
  ],
];

/** Done at once; met when a new session or a resumption has come of it. */
function reconnects(name: string, act: (sandbox: Sandbox) => void, more: Partial<FaultKind> = {}): FaultKind {
  return {
    ...{ name: `gateway-${name}`, family: 'gateway', takes: 'questions', end: null, lasts: moment },
    async inject({ sandbox }) {
      const { identifies, resumes } = sandbox.gateway;
      act(sandbox);
      return {
        async heal() {
          await sandbox.waitFor(
            () => sandbox.gateway.identifies + sandbox.gateway.resumes > identifies + resumes || undefined,
            60_000,
            'a new connection',
          );
          return true;
        },
      };
    },
    ...more,
  };
}

/** The process ends, and is started again; that is waited for. */
function ends(code: number, exit: number): FaultKind {
  return {
    ...{ name: `gateway-closed-${code}`, family: 'gateway', takes: 'questions', end: exit, lasts: moment },
    async inject({ sandbox, bot }) {
      const before = bot.ends.length;
      sandbox.gateway.closeConnections(code);
      return {
        async heal() {
          await sandbox.waitFor(
            () => bot.ends.length > before || undefined,
            30_000,
            'the end of the process',
          );
          await bot.running();
          return true;
        },
      };
    },
  };
}

export const gatewayKinds: readonly FaultKind[] = [
  ...resumed.map((code) =>
    reconnects(`closed-${code}`, ({ gateway }) => gateway.closeConnections(code), { takes: 'nothing' }),
  ),
  ...begunAnew.map((code) => reconnects(`closed-${code}`, ({ gateway }) => gateway.closeConnections(code))),
  ...fatal.map(([code, exit]) => ends(code, exit)),
  reconnects('op-7', ({ gateway }) => gateway.requestReconnect(), { takes: 'nothing' }),
  reconnects('op-9-resumable', ({ gateway }) => gateway.invalidateSessions(true), { takes: 'nothing' }),
  reconnects('op-9', ({ gateway }) => gateway.invalidateSessions(false)),
  reconnects('refused-resume', ({ gateway }) => {
    gateway.refuseNext('again');
    gateway.closeConnections(4000);
  }),
  {
    ...{ name: 'gateway-no-acknowledgement', family: 'gateway', takes: 'questions', end: null },
    ...{ lasts: [2 * heartbeat, 2 * heartbeat + 1_000], heartbeat },
    async inject({ sandbox: { gateway } }) {
      const { resumes, identifies } = gateway;
      gateway.acknowledgeHeartbeats(false);
      return {
        async heal() {
          gateway.acknowledgeHeartbeats(true);
          return gateway.resumes + gateway.identifies > resumes + identifies;
        },
      };
    },
  },
  {
    ...{
      name: 'gateway-half-open',
      family: 'gateway',
      takes: 'questions',
      end: null,
      lasts: moment,
      heartbeat,
    },
    async inject({ gatewayWire }) {
      const links = gatewayWire.swallow();
      return { heal: async () => links > 0 };
    },
  },
  {
    ...{ name: 'gateway-slow-hello', family: 'gateway', takes: 'questions', end: null, lasts: moment },
    async inject({ sandbox: { gateway } }, random) {
      gateway.delayHello(random.between(1_000, 4_000));
      gateway.closeConnections(4000);
      return {
        async heal() {
          gateway.delayHello(0);
          return true;
        },
      };
    },
  },
  {
    ...{ name: 'gateway-no-hello', family: 'gateway', takes: 'questions', end: null, lasts: [1_000, 2_000] },
    async inject({ gatewayWire, sandbox: { gateway } }) {
      gatewayWire.silence();
      gateway.closeConnections(4000);
      return {
        async heal() {
          gatewayWire.restore();
          return true;
        },
      };
    },
  },
  {
    ...{ name: 'gateway-late-ready', family: 'gateway', takes: 'questions', end: null, lasts: moment },
    async inject({ sandbox: { gateway } }, random) {
      gateway.delayReady(random.between(500, 3_000));
      gateway.invalidateSessions(false);
      return {
        async heal() {
          gateway.delayReady(0);
          return true;
        },
      };
    },
  },
  {
    ...{ name: 'gateway-cut-in-frame', family: 'gateway', takes: 'nothing', end: null, lasts: [300, 900] },
    async inject({ gatewayWire }) {
      gatewayWire.cutNext();
      return { heal: async () => gatewayWire.hasCut() };
    },
  },
  {
    ...{ name: 'gateway-unreachable', family: 'gateway', takes: 'questions', end: null, lasts: [500, 3_000] },
    async inject({ gatewayWire }) {
      gatewayWire.refuse();
      return {
        async heal() {
          gatewayWire.restore();
          return true;
        },
      };
    },
  },
  {
    ...{ name: 'gateway-repeats-events', family: 'gateway', takes: 'nothing', end: null, lasts: moment },
    async inject({ sandbox: { gateway } }, random) {
      const resent = gateway.repeatEvents(random.between(2, 12));
      return { heal: async () => resent > 0 };
    },
  },
  {
    ...{ name: 'gateway-unknown-event', family: 'gateway', takes: 'nothing', end: null, lasts: moment },
    async inject({ sandbox: { gateway } }) {
      gateway.dispatch({
        name: 'SOMETHING_NEW',
        guildId: null,
        intent: 0,
        data: () => ({ of: 'next year' }),
      });
      return { heal: async () => true };
    },
  },
  {
    ...{ name: 'gateway-server-outage', family: 'gateway', takes: 'nothing', end: null, lasts: moment },
    async inject({ sandbox }) {
      sandbox.edit.interruptGuild(sandbox.seeded.guild);
      return { heal: async () => true };
    },
  },
];
