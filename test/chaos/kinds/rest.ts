/** What goes wrong with Discord's REST: on one of the routes that answers go through, or on all. */
import type { Fault } from '../../../sandbox/rest/faults.ts';
import type { FaultKind } from '../fault.ts';
import type { Random } from '../random.ts';

const edit = ['PATCH', '/webhooks/:application/:token/messages/@original'] as const;
const respond = ['POST', '/interactions/:interaction/:token/callback'] as const;
const send = ['POST', '/channels/:channel/messages'] as const;
type Route = readonly [method: string, pattern: string];
const routes: readonly [Route, ...Route[]] = [edit, respond, send];

const page = '<!doctype html><title>Error 1015</title><h1>You are being rate limited</h1>';
const tooMany = (seconds: number, isGlobal: boolean) => ({
  message: 'You are being rate limited.',
  retry_after: seconds,
  global: isGlobal,
});

interface Trouble {
  readonly lasts?: FaultKind['lasts'];
  readonly takes?: FaultKind['takes'];
  /** Every request, not those of one route. */
  readonly everywhere?: boolean;
}

function trouble(
  name: string,
  faultFor: (random: Random) => Fault,
  { lasts = [400, 1_500], takes = 'questions', everywhere = false }: Trouble = {},
): FaultKind {
  return {
    ...{ name: `rest-${name}`, family: 'rest', takes, end: null, lasts },
    async inject({ sandbox }, random) {
      const [method, route] = everywhere ? ['*', '*'] : random.pick(routes);
      const planned = sandbox.fail(method, route, faultFor(random));
      return {
        async heal() {
          planned.lift();
          return planned.taken > 0;
        },
      };
    },
  };
}

const limited = (scope: 'user' | 'shared' | 'global') => (random: Random) => {
  const seconds = random.between(1, 2);
  return {
    status: 429,
    times: random.between(1, 6),
    body: tooMany(seconds, scope === 'global'),
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
};

/** One request is refused for good: what it was for cannot be. */
const refuses = (status: number, code: number) =>
  trouble(`${status}-once`, () => ({ status, times: 1, body: { message: 'refused', code } }), {
    takes: 'answers',
  });

export const restKinds: readonly FaultKind[] = [
  trouble('429-route', limited('user')),
  trouble('429-shared', limited('shared')),
  trouble('429-global', limited('global'), { everywhere: true }),
  trouble('429-page', (random) => ({ status: 429, times: random.between(1, 6), body: page }), {
    everywhere: true,
  }),
  trouble(
    '429-page-with-time',
    () => ({ status: 429, times: 4, body: page, headers: { 'retry-after': '2' } }),
    {
      everywhere: true,
    },
  ),
  ...[500, 502, 503, 504].map((status) => trouble(String(status), () => ({ status, body: page }))),
  trouble('outage', () => ({ status: 503, body: page }), { everywhere: true, lasts: [1_000, 4_000] }),
  trouble('hangs', (random) => ({ hang: true, times: random.between(1, 2) })),
  trouble('cut', () => ({ cut: true })),
  trouble('slow', (random) => ({ delayMs: random.between(500, 4_000) })),
  trouble('malformed', (random) => ({
    ...{ status: 200, body: '{"id": "1', times: random.between(1, 2), afterwards: true },
    headers: { 'content-type': 'application/json' },
  })),
  trouble('answer-lost', (random) => ({ status: 500, times: random.between(1, 2), afterwards: true })),
  trouble('answer-cut', (random) => ({ cut: true, times: random.between(1, 2), afterwards: true })),
  refuses(401, 0),
  refuses(403, 50013),
  refuses(404, 10008),
  {
    ...{ name: 'rest-unreachable', family: 'rest', takes: 'questions', end: null, lasts: [500, 3_000] },
    async inject({ restWire }) {
      restWire.refuse();
      return {
        async heal() {
          restWire.restore();
          return true;
        },
      };
    },
  },
  {
    ...{ name: 'network-unreachable', family: 'rest', takes: 'questions', end: null, lasts: [500, 3_000] },
    async inject({ restWire, gatewayWire }) {
      restWire.refuse();
      gatewayWire.refuse();
      return {
        async heal() {
          restWire.restore();
          gatewayWire.restore();
          return true;
        },
      };
    },
  },
];
