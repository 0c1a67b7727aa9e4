import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { commands } from '../../src/commands/index.ts';
import { childEnvironment } from '../child-environment.ts';

const main = join(import.meta.dirname, '../../src/main.ts');

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  return { ...childEnvironment(), DATABASE_URL: `file:${folder}/bot.db`, LOG_LEVEL: 'error', ...more };
}

/** Runs `npm start`'s program with lines on its standard input until it ends. */
async function run(input: string, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main], { env: environment(more) });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    error += chunk;
  });
  child.stdin.end(input);
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, out, error };
}

/** Starts the bot as its own process against a sandbox of the test, and waits until it is connected. */
async function startAgainst(sandbox: Sandbox, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [main], {
    env: { ...env, DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const connected = new Promise<string>((resolve) => {
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('Answers:')) resolve(out);
    });
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  return { child, lines: await connected, ended };
}

async function openSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  return sandbox;
}

describe('npm start without a token', () => {
  it('answers a piped question with a citation, shows the evidence at a tap, and exits 0', async () => {
    const { code, out } = await run('张家港累计落实了多少帮扶资金？\n:1\n');
    expect(out).toMatch(/^Sandbox: /);
    expect(out).toContain('set DISCORD_TOKEN in .env');
    expect(out).toMatch(/累计落实帮扶资金6594万元.*\[1\]/);
    expect(out).toMatch(/\[1\] ¶2/);
    expect(out).toMatch(/\*\*.*累计落实帮扶资金6594万元/);
    expect(code).toBe(0);
  });

  it('asks one example question when there is no input', async () => {
    const { code, out } = await run('');
    expect(out).toMatch(/› .+[？?]/);
    expect(out).toMatch(/\[1\] (?:¶|Article)/);
    expect(code).toBe(0);
  });

  it('names a bad variable, without a stack, and exits 2', async () => {
    const { code, error } = await run('', { DISCORD_GUILD_ID: 'mine', LOG_LEVEL: 'loud' });
    expect(error).toContain('DISCORD_GUILD_ID');
    expect(error).toContain('LOG_LEVEL');
    expect(error).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });

  it('names the article file that is not there, and exits 2', async () => {
    const { code, error } = await run('', { ARTICLE_PATH: '/nowhere/article.json' });
    expect(error).toContain('/nowhere/article.json');
    expect(error).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });
});

describe('the bot as its own process', () => {
  it('prints an invite link with just the permissions that it needs', async () => {
    const sandbox = await openSandbox();
    const { lines } = await startAgainst(sandbox, environment());
    expect(lines).toContain('permissions=309237713920');
  });

  it('answers /ask with the article’s words and a button to its place', async () => {
    const sandbox = await openSandbox();
    await startAgainst(sandbox, environment());
    await sandbox.member.slash('ask', { question: '有多少名骨干教师到沿河支教？' });
    const seen = sandbox.transcript();
    expect(seen).toContain('34名张家港骨干教师来沿河支教');
    expect(seen).toContain('[1]');
  });

  it('writes no command when nothing has changed since the last start', async () => {
    const sandbox = await openSandbox();
    const env = environment();
    const first = await startAgainst(sandbox, env);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const before = sandbox.requests.length;
    await startAgainst(sandbox, env);
    const writes = sandbox.requests
      .slice(before)
      .filter(({ method, path }) => method !== 'GET' && path.includes('/commands'));
    expect(writes).toEqual([]);
  });

  it('offers each command once, when it was tried in one server and then is let into all', async () => {
    const sandbox = await openSandbox();
    const env = environment();
    const namesIn = (guildId: string | null) =>
      [...sandbox.world.commands.values()].filter((command) => command.guildId === guildId).length;
    const { id } = sandbox.seeded.guild;
    const trial = await startAgainst(sandbox, { ...env, DISCORD_GUILD_ID: id });
    expect([namesIn(id), namesIn(null)]).toEqual([commands.length, 0]);
    trial.child.kill('SIGTERM');
    await trial.ended;
    const everywhere = await startAgainst(sandbox, env);
    expect([namesIn(id), namesIn(null)]).toEqual([0, commands.length]);
    everywhere.child.kill('SIGTERM');
    await everywhere.ended;
    await startAgainst(sandbox, { ...env, DISCORD_GUILD_ID: id });
    expect([namesIn(id), namesIn(null)]).toEqual([commands.length, 0]);
  });

  it('exits with its own code where another process runs the bot, and says which', async () => {
    const sandbox = await openSandbox();
    const env = environment();
    const { child } = await startAgainst(sandbox, env);
    const { code, error } = await run('', {
      ...{ DATABASE_URL: env.DATABASE_URL ?? '', LOG_LEVEL: 'error' },
      ...{ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl },
    });
    expect(error).toMatch(new RegExp(`^This bot is run already by process ${child.pid} on \\S+ since `));
    expect(code).toBe(7);
    expect(sandbox.gateway.identifies).toBe(1);
  });

  it('exits with its own code when the token is wrong', async () => {
    const sandbox = await openSandbox();
    const { code, error } = await run('', { DISCORD_TOKEN: 'wrong', DISCORD_API_URL: sandbox.apiUrl });
    expect(error).toContain('DISCORD_TOKEN');
    expect(code).toBe(3);
  });
});
