import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { loadConfig } from '../../src/config.ts';
import { connect, createClient, createRest } from '../../src/discord/connect.ts';
import { createLog } from '../../src/log.ts';
import { startTestBot } from './test-bot.ts';

const log = createLog({ level: 'silent' });
const only = { shard: 0, shardCount: 1 };
const identifyGuard = { pass: () => Promise.resolve() };

/** The code of the error with which a login ends. */
async function refusal(environment: Record<string, string>): Promise<unknown> {
  const config = loadConfig({ DISCORD_TOKEN: 'wrong-token', ...environment });
  const ports = { config, log, rest: createRest(config, log), identifyGuard };
  const error = await connect(ports, only, () => undefined).catch((reason: unknown) => reason);
  return error instanceof Error && 'code' in error ? error.code : error;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a login', () => {
  it('says that the token is wrong', async () => {
    const sandbox = await startSandbox();
    expect(await refusal({ DISCORD_API_URL: sandbox.apiUrl })).toBe('token-wrong');
    await sandbox.close();
  });

  it('says that an intent is not allowed', async () => {
    const sandbox = await startSandbox();
    const environment = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
    expect(await refusal({ ...environment, DISCORD_MESSAGE_CONTENT: 'on' })).toBe('intents-disallowed');
    await sandbox.close();
  });

  it('says that Discord cannot be reached', async () => {
    const port = await closedPort();
    expect(await refusal({ DISCORD_API_URL: `http://127.0.0.1:${port}` })).toBe('discord-unreachable');
  });

  it('says that Discord is down', async () => {
    const sandbox = await startSandbox();
    sandbox.fail('GET', '/gateway/bot', { status: 503, times: 10 });
    const environment = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
    expect(await refusal(environment)).toBe('discord-unreachable');
    await sandbox.close();
  });

  it('asks for no privileged intent unless it is told to', () => {
    const intents = (environment: Record<string, string>) =>
      createClient(
        { config: loadConfig({ DISCORD_TOKEN: 'x'.repeat(60), ...environment }), log, identifyGuard },
        only,
      ).options.intents.toArray();
    expect(intents({})).toEqual(['Guilds', 'GuildMessages', 'DirectMessages']);
    expect(intents({ DISCORD_MESSAGE_CONTENT: 'on' })).toContain('MessageContent');
  });
});

describe('a running bot', () => {
  it('goes on after the gateway reconnects', async () => {
    const { sandbox } = await startTestBot();
    sandbox.gateway.requestReconnect();
    await sandbox.quiet();
    await sandbox.whenReady({ commands: ['ask'] });
    expect((await sandbox.member.ask('张家港与沿河何时建立关系？', { mention: true })).text).toContain(
      '2017年3月',
    );
  });

  it('ends with a clear error when its token is taken away', async () => {
    const { sandbox, ended } = await startTestBot();
    sandbox.gateway.closeConnections(4004);
    await sandbox.waitFor(() => (ended.length > 0 ? ended : undefined));
    expect(ended[0]).toMatchObject({ code: 'token-wrong' });
  });

  it('offers a link that invites it with just the permissions it needs', async () => {
    const { bot } = await startTestBot();
    const url = new URL(bot.inviteUrl);
    expect(url.searchParams.get('scope')?.split(' ').sort()).toEqual(['applications.commands', 'bot']);
    // View channels, send messages, send messages in threads, create public threads, read message history.
    expect(BigInt(url.searchParams.get('permissions') ?? 0)).toBe(
      (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 35n) | (1n << 16n),
    );
  });

  it('lets an answer under way finish when it is stopped, and takes nothing new', async () => {
    const { sandbox, bot } = await startTestBot({
      async *drafts({ passages }) {
        await new Promise((resolve) => setTimeout(resolve, 600));
        const number = passages.find(({ passage }) => passage.text.includes('2017年3月'))?.number ?? 1;
        yield {
          type: 'statement',
          statement: { text: '2017年3月', citations: [{ passage: number, quote: '2017年3月' }] },
        };
      },
    });
    const answering = sandbox.member.ask('张家港与沿河何时建立关系？', { mention: true });
    await sandbox.waitFor(() => (sandbox.isTyping(sandbox.channels.general) ? true : undefined));
    await bot.stop();
    expect((await answering).text).toContain('2017年3月');
  });
});
