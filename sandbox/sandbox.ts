// A loopback Discord: an API and a gateway on one port, and the people in front of it.
import type { AddressInfo } from 'node:net';
import { type Clock, createClock } from './clock.ts';
import type { Core } from './core.ts';
import { type EventRecord, Gateway, ofLargeBot } from './gateway/gateway.ts';
import { Interactions } from './interactions/interactions.ts';
import type { SandboxOptions } from './options.ts';
import { Person } from './people/person.ts';
import { type SettleOptions, waitForFinal, waitForMessage } from './people/waiting.ts';
import { Changes, type RequestRecord } from './records.ts';
import { type Fault, Faults, type PlannedFault } from './rest/faults.ts';
import { discordLimits, RateLimits } from './rest/limits.ts';
import { createRestServer } from './rest/rest-server.ts';
import { allRoutes } from './rest/routes.ts';
import { renderChannel, renderMessage } from './transcript.ts';
import type { Channel } from './world/entities.ts';
import type { Message } from './world/message.ts';
import { type Seeded, seedWorld } from './world/seed.ts';
import { World } from './world/world.ts';
import { WorldEditor } from './world-editor.ts';

/** Starts a loopback Discord on a free port of 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = new Sandbox(options);
  await sandbox.listen();
  return sandbox;
}

export class Sandbox {
  readonly token = `sandbox.${Buffer.from('footnote').toString('base64url')}.loopback-only`;
  readonly clock: Clock = createClock();
  readonly seeded: Seeded;
  readonly gateway: Gateway;
  /** Changes to servers, channels, roles and members that the bot is told of. */
  readonly edit: WorldEditor;
  readonly requests: RequestRecord[] = [];
  readonly events: EventRecord[] = [];
  /** What the validator found wrong with bodies that the bot sent. */
  readonly violations: string[] = [];
  /** Faults of the sandbox itself: a test that sees one has found a bug here. */
  readonly bugs: unknown[] = [];
  private readonly core: Core;
  private readonly faults = new Faults();
  private readonly limits: RateLimits;
  private readonly options: SandboxOptions;
  private readonly server;
  private readonly persons = new Map<string, Person>();
  private port = 0;
  private unanswered = 0;

  constructor(options: SandboxOptions) {
    this.options = options;
    const world = new World(this.clock, options.botName ?? 'Footnote');
    this.seeded = seedWorld(world, options.guildLocale ?? 'en-US');
    const changes = new Changes();
    const grantedIntents = options.grantedIntents ?? [];
    const identifyLimits = options.identifyLimits ?? ofLargeBot;
    this.gateway = new Gateway({
      world,
      identifyLimits,
      token: this.token,
      grantedIntents,
      heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
      onEvent: (record) => this.keep(this.events, record),
      onSession: () => changes.announce(),
    });
    this.core = {
      world,
      gateway: this.gateway,
      interactions: new Interactions(world, options.firstResponseMs, options.interactionLimit),
      changes,
      readsContent: grantedIntents.includes('messageContent'),
      isBusy: options.isBusy ?? (() => true),
      messageLimit: options.messageLimit ?? Number.POSITIVE_INFINITY,
      typing: new Map(),
    };
    this.edit = new WorldEditor(this.core);
    this.limits = new RateLimits(options.limits ?? discordLimits);
    this.server = createRestServer({
      token: this.token,
      faults: this.faults,
      limits: this.limits,
      routes: allRoutes(this.core, () => this.gatewayUrl, { ...identifyLimits, shards: options.shards ?? 1 }),
      onRequest: (record) => this.begin(record),
      onAnswer: (record) => this.finish(record),
      onBug: (error) => this.bugs.push(error),
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', resolve);
    });
    this.port = addressOf(this.server.address()).port;
    this.core.world.cdnUrl = this.apiUrl;
    this.gateway.attach(this.server, this.gatewayUrl);
  }

  /** What `DISCORD_API_URL` is set to. With `/api` appended it works as well. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get gatewayUrl(): string {
    return this.options.gatewayUrl ?? `ws://127.0.0.1:${this.port}`;
  }

  get applicationId(): string {
    return this.core.world.applicationId;
  }

  get world(): World {
    return this.core.world;
  }

  get channels(): Seeded['channels'] {
    return this.seeded.channels;
  }

  /** A member with no more rights than everyone. */
  get member(): Person {
    return this.person('member');
  }

  /** Another such member. */
  get other(): Person {
    return this.person('other');
  }

  /** A member with Manage Server. */
  get moderator(): Person {
    return this.person('moderator');
  }

  /** A member with the role Editors, which has no permission of its own. */
  get editor(): Person {
    return this.person('editor');
  }

  get owner(): Person {
    return this.person('owner');
  }

  /** Another bot: what it says must never be answered. */
  get otherBot(): Person {
    return this.person('otherBot');
  }

  /** Someone who was added to the world, at home in a channel. */
  personFor(userId: string, home: Channel): Person {
    const existing = this.persons.get(userId);
    if (existing !== undefined) return existing;
    const locale = this.options.locale ?? 'en-US';
    const person = new Person(this.core, this.core.world.user(userId), home, locale);
    this.persons.set(userId, person);
    return person;
  }

  /** Plans a fault for a route, as `fail('POST', '/channels/:id/messages', { status: 500, times: 1 })`. */
  fail(method: string, pattern: string, fault: Fault): PlannedFault {
    return this.faults.add(method, pattern, fault);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** Waits until the bot is connected and, if named, has registered these commands. */
  async whenReady(given: { commands?: readonly string[]; timeoutMs?: number } = {}): Promise<void> {
    const { commands = [], timeoutMs = 15_000 } = given;
    const registered = () => [...this.core.world.commands.values()].map((command) => command.name);
    await this.core.changes.waitFor(
      () => (this.gateway.connected && commands.every((name) => registered().includes(name))) || undefined,
      timeoutMs,
      () => `the bot (connected: ${this.gateway.connected}, commands: ${registered().join(', ')})`,
    );
  }

  waitForMessage(predicate: (message: Message) => boolean, options: SettleOptions = {}): Promise<Message> {
    return waitForMessage(this.core, predicate, options);
  }

  waitForFinal(predicate: (message: Message) => boolean, options: SettleOptions = {}): Promise<Message> {
    return waitForFinal(this.core, predicate, options);
  }

  /** Waits for anything: resolves with the first value that is not undefined. */
  waitFor<Found>(find: () => Found | undefined, timeoutMs = 10_000, what = 'a condition'): Promise<Found> {
    return this.core.changes.waitFor(find, timeoutMs, () => what);
  }

  /** Waits until nothing has happened for a while: for tests that the bot stays silent. Unless told how long, 400 ms, or until the bot is known to be done with all that it was sent. */
  async quiet(quietMs?: number, timeoutMs = 15_000): Promise<void> {
    const { changes, isBusy } = this.core;
    const since = Date.now();
    if (quietMs === undefined) await this.gateway.delivered();
    const isAtRest = () =>
      (quietMs === undefined && !isBusy()) ||
      Date.now() - Math.max(changes.lastAt, since) >= (quietMs ?? 400);
    await changes.waitFor(
      () => (this.unanswered === 0 && isAtRest()) || undefined,
      timeoutMs,
      () => 'quiet',
    );
  }

  /** Whether the bot shows itself typing in a channel. */
  isTyping(channel: Channel): boolean {
    return (this.core.typing.get(channel.id) ?? 0) > Date.now();
  }

  /** A channel as text; without one, every channel in which something was said. */
  transcript(channel?: Channel): string {
    const { world } = this.core;
    if (channel !== undefined) return renderChannel(world, channel, channel.messages);
    return [...world.channels.values()]
      .filter((candidate) => candidate.messages.length > 0)
      .map((candidate) => renderChannel(world, candidate, candidate.messages))
      .join('\n\n');
  }

  /** One message as text. */
  render(message: Message): string {
    return renderMessage(this.core.world, message);
  }

  /** The requests on a route, in order: `requestsTo('POST', '/channels/:channel/messages')`. */
  requestsTo(method: string, route: string): RequestRecord[] {
    return this.requests.filter((record) => record.method === method && record.route === route);
  }

  /** How many requests were refused with 429. */
  get rateLimited(): number {
    return this.limits.refused;
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private person(name: keyof Seeded['users']): Person {
    return this.personFor(this.seeded.users[name].id, this.seeded.channels.general);
  }

  private begin(record: RequestRecord): void {
    this.unanswered += 1;
    this.keep(this.requests, record);
    const found = this.options.validate?.(record) ?? [];
    this.violations.push(...found.map((problem) => `${record.method} ${record.route}: ${problem}`));
    this.core.changes.announce();
  }

  private finish(record: RequestRecord): void {
    this.unanswered -= 1;
    this.options.onAnswer?.(record);
    this.core.changes.announce();
  }

  private keep<Entry>(records: Entry[], record: Entry): void {
    records.push(record);
    const limit = this.options.recordLimit ?? 20_000;
    if (records.length > 2 * limit) records.splice(0, records.length - limit);
  }
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the sandbox listens to no port');
  return address;
}
