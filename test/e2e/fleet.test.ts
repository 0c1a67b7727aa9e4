import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { noLimits } from '../../sandbox/rest/limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { childEnvironment } from '../child-environment.ts';
import { findViolations } from '../discord/violations.ts';
import { newUrl } from '../storage/fixture.ts';
import { startTimeout } from './running-bot.ts';

const main = join(import.meta.dirname, '../../src/main.ts');
const question = '张家港累计落实了多少帮扶资金？';
const shardCount = 16;
const everyShard = Array.from({ length: shardCount }, (_, shard) => shard);

describe('three processes with one database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-fleet-'));
  const processes: ChildProcess[] = [];
  /** What each has printed. */
  const printed: string[] = [];
  /** Adds somebody to a server of each shard, by shard. */
  const newMembers: (() => Person)[] = [];
  const members: Person[] = [];
  let sandbox: Sandbox;
  let databaseUrl: string;

  const start = (): void => {
    const number = processes.length;
    const child = spawn(process.execPath, [main], {
      cwd: folder,
      env: {
        ...childEnvironment(),
        DATABASE_URL: databaseUrl,
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API_URL: sandbox.apiUrl,
        DISCORD_SHARDS: 'auto',
      },
    });
    processes.push(child);
    printed.push('');
    const collect = (chunk: Buffer): void => {
      printed[number] += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
  };
  /** The shards that a process has, as its log says. */
  const shardsOf = (number: number): ReadonlySet<number> => {
    const held = new Set<number>();
    for (const line of printed[number]?.split('\n') ?? []) {
      if (!line.startsWith('{') || !line.endsWith('}')) continue;
      const { event, shard } = JSON.parse(line);
      if (event === 'shard-taken') held.add(shard);
      if (event === 'shard-given-up') held.delete(shard);
    }
    return held;
  };
  /** Ends a process, and waits until the others have connected what it had. Gives its exit code. */
  const end = async (
    number: number,
    signal: 'SIGKILL' | 'SIGTERM',
    onceEnded = async (): Promise<void> => undefined,
  ): Promise<number | null> => {
    const lost = shardsOf(number).size;
    const before = sandbox.gateway.identifies;
    const code = await new Promise<number | null>((resolve) => {
      processes[number]?.once('exit', resolve);
      processes[number]?.kill(signal);
    });
    await onceEnded();
    expect(lost).toBeGreaterThan(0);
    await sandbox.waitFor(
      () => sandbox.gateway.identifies >= before + lost || undefined,
      startTimeout,
      'the shards of a process that has ended',
    );
    await whenAllConnected();
    return code;
  };
  const whenAllConnected = () =>
    sandbox.waitFor(
      () => (everyShard.every((shard) => sandbox.gateway.shards.includes(shard)) ? true : undefined),
      startTimeout,
      `all shards; there are ${sandbox.gateway.shards.join(' ')}`,
    );
  const slash = (member: Person, settle: boolean) =>
    member.slash('ask', { question }, { locale: 'zh-CN', settle, timeoutMs: 30_000 });
  /** Asks in every server, by a command and in the channel: each is answered, and once. */
  const expectAnswersEverywhere = async (): Promise<void> => {
    for (const { original, followUps } of await Promise.all(members.map((member) => slash(member, true)))) {
      expect(original?.text).toContain('6594万元');
      expect(followUps).toEqual([]);
    }
    const answers = await Promise.all(
      members.map((member) => member.ask(question, { mention: true, timeoutMs: 30_000 })),
    );
    await sandbox.quiet();
    for (const { text, channel, reference } of answers) {
      expect(text).toContain('6594万元');
      const replies = channel.messages.filter((other) => other.reference?.messageId === reference?.messageId);
      expect(replies).toHaveLength(1);
    }
  };

  beforeAll(async () => {
    sandbox = await startSandbox({
      ...{ validate: findViolations, limits: noLimits, shards: shardCount },
      identifyLimits: { total: 1_000, maxConcurrency: 32 },
    });
    databaseUrl = await newUrl('PostgreSQL');
    const found = new Map<number, () => Person>();
    while (found.size < shardCount) {
      sandbox.clock.advance(1);
      const guild = sandbox.edit.addGuild(`server ${found.size}`);
      const shard = Number((BigInt(guild.id) >> 22n) % BigInt(shardCount));
      const [home] = guild.channels.values();
      if (home !== undefined)
        found.set(shard, () => sandbox.personFor(sandbox.edit.addUser(`of ${shard}`, guild).id, home));
    }
    newMembers.push(...everyShard.flatMap((shard) => found.get(shard) ?? []));
    members.push(...newMembers.map((newMember) => newMember()));
    for (let number = 0; number < 3; number += 1) start();
    await sandbox.whenReady({ commands: ['ask'], timeoutMs: startTimeout });
    await whenAllConnected();
  }, startTimeout);
  afterAll(async () => {
    for (const child of processes) child.kill('SIGKILL');
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('share the shards evenly, and answer in the servers of each', { timeout: startTimeout }, async () => {
    const sizes = () => processes.map((_, number) => shardsOf(number).size).sort();
    await expect.poll(sizes, { timeout: startTimeout }).toEqual([5, 5, 6]);
    await expectAnswersEverywhere();
  });

  it('keep together to the requests that Discord allows one bot', { timeout: startTimeout }, async () => {
    const before = sandbox.requests.length;
    await Promise.all(
      newMembers.flatMap((newMember) =>
        Array.from({ length: 6 }, () => newMember().ask(question, { mention: true })),
      ),
    );
    const sent = sandbox.requests.slice(before).map(({ at }) => at);
    const most = Math.max(...sent.map((at) => sent.filter((one) => one >= at && one < at + 1_000).length));
    // Each process alone would send 48. They arrive as the machine lets them, some of them late.
    expect(sent.length).toBeGreaterThan(96);
    expect(most).toBeLessThanOrEqual(60);
  });

  it('take over from one that is killed at work', { timeout: startTimeout }, async () => {
    const database = await openDatabase(databaseUrl);
    onTestFinished(() => database.close());
    const recorded = async () =>
      new Set(
        await database.use(async (connection) =>
          (await connection.selectFrom('pending').select('id').execute()).map(({ id }) => id),
        ),
      );
    const asked = await Promise.all(
      [1, 2, 3, 4, 5, 6].flatMap(() => newMembers.map((newMember) => slash(newMember(), false))),
    );
    const ofLost = asked.filter((_, index) => shardsOf(1).has(index % shardCount));
    /** What is shown for good: the answer, or in its place that it was interrupted. */
    const finalOf = ({ original, followUps }: Interaction): readonly Message[] =>
      [...(original === null ? [] : [original]), ...followUps].filter((one) => !one.loading && !one.deleted);
    const isAnswered = (one: Interaction): boolean => finalOf(one).length > 0;
    // Until some of what it has begun is written down; most of it is not done then.
    let left = await recorded();
    while (!ofLost.some(({ id }) => left.has(id))) left = await recorded();
    expect(
      await end(1, 'SIGKILL', async () => {
        left = await recorded();
      }),
    ).toBeNull();
    // What is not recorded yet is lost with the process; whatever others were asked is not.
    const begun = asked.filter((one) => !ofLost.includes(one) || left.has(one.id));
    expect(begun.some((one) => ofLost.includes(one))).toBe(true);
    expect(`${printed[0]}${printed[2]}`).toContain('process-lost');
    // What had a response is finished by whoever has its shard now.
    await sandbox.waitFor(() => begun.every(isAnswered) || undefined, startTimeout, 'what was under way');
    expect(asked.filter((one) => finalOf(one).length > 1)).toEqual([]);
    await expectAnswersEverywhere();
  });

  it('are left their shards by one that is stopped', { timeout: startTimeout }, async () => {
    expect(await end(0, 'SIGTERM')).toBe(0);
    await expectAnswersEverywhere();
    expect(shardsOf(2)).toEqual(new Set(everyShard));
    expect([sandbox.gateway.identifiesTooSoon, sandbox.violations, sandbox.bugs]).toEqual([0, [], []]);
  });
});
