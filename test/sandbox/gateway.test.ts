import { type Client, DiscordjsError, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { createApi } from './api.ts';
import { createClient, logIn, usualIntents } from './bots.ts';

let sandbox: Sandbox;
const clients: Client[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  await sandbox.close();
  expect(sandbox.bugs).toEqual([]);
});

async function start(options: SandboxOptions = {}, intents = usualIntents): Promise<Client<true>> {
  sandbox = await startSandbox(options);
  const client = await logIn(sandbox, { intents });
  clients.push(client);
  return client;
}

/** The texts of all messages that the client hears, as they come. */
function hear(client: Client): string[] {
  const heard: string[] = [];
  client.on(Events.MessageCreate, (message) => heard.push(message.content));
  return heard;
}

function next(client: Client, event: string): Promise<unknown> {
  return new Promise((resolve) => client.once(event, resolve));
}

describe('without the Message Content intent', () => {
  it('text reaches the bot in mentions, pinging replies, direct messages and its own messages alone', async () => {
    const heard = hear(await start());
    const { member, channels } = sandbox;
    const own = await createApi(sandbox)('POST', `/channels/${channels.general.id}/messages`, {
      content: 'own',
    });
    const mine = channels.general.messages.find((message) => message.id === own.id);
    await member.say('between people');
    await member.say('to it', { mention: true });
    await member.say('pinging', { ...(mine ? { replyTo: mine } : {}) });
    await member.say('not pinging', { ...(mine ? { replyTo: mine, silent: true } : {}) });
    await member.dm('in private');
    await sandbox.waitFor(() => (heard.length === 6 ? true : undefined));
    expect(heard).toEqual(['own', '', `<@${sandbox.applicationId}> to it`, 'pinging', '', 'in private']);
  });

  it('embeds, files and components of others are withheld as well, also from what is fetched', async () => {
    const client = await start();
    const file = {
      id: '1',
      name: 'a.txt',
      description: null,
      contentType: 'text/plain',
      bytes: new Uint8Array(3),
    };
    const said = await sandbox.member.say('secret', { attachments: [file] });
    const channel = await client.channels.fetch(said.channel.id);
    if (!channel?.isTextBased()) throw new Error('no text channel');
    const fetched = await channel.messages.fetch({ message: said.id, force: true, cache: false });
    expect([fetched.content, fetched.attachments.size]).toEqual(['', 0]);
  });

  it('the answered message is withheld inside a reply, unless it is the bot’s', async () => {
    await start();
    const first = await sandbox.other.say('between people');
    const api = createApi(sandbox);
    const own = await api('POST', `/channels/${first.channel.id}/messages`, { content: 'own' });
    const mine = first.channel.messages.find((message) => message.id === own.id);
    if (mine === undefined) throw new Error('the bot has said nothing');
    await sandbox.member.say(`<@${sandbox.applicationId}> this?`, { replyTo: first });
    await sandbox.member.say('and this?', { replyTo: mine });
    const replies = sandbox.events.filter(({ name }) => name === 'MESSAGE_CREATE').slice(-2);
    expect(replies.map(({ data }) => data)).toMatchObject([
      { content: `<@${sandbox.applicationId}> this?`, referenced_message: { content: '' } },
      { content: 'and this?', referenced_message: { content: 'own' } },
    ]);
  });
});

describe('intents', () => {
  it('with Message Content granted, everything is heard', async () => {
    const intents = [...usualIntents, GatewayIntentBits.MessageContent];
    const heard = hear(await start({ grantedIntents: ['messageContent'] }, intents));
    await sandbox.member.say('between people');
    await sandbox.waitFor(() => (heard.length === 1 ? true : undefined));
    expect(heard).toEqual(['between people']);
  });

  it('that were not granted close the connection with 4014', async () => {
    sandbox = await startSandbox();
    const client = createClient(sandbox, { intents: [...usualIntents, GatewayIntentBits.MessageContent] });
    clients.push(client);
    const closed = new Promise<number>((resolve) =>
      client.once(Events.ShardDisconnect, ({ code }) => resolve(code)),
    );
    const login = client.login(sandbox.token).catch(() => 'refused');
    expect(await closed).toBe(4014);
    await client.destroy();
    await login;
  });

  it('that were not asked for leave out their events, and channels that are not seen are not heard', async () => {
    const heard = hear(await start({}, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]));
    await sandbox.member.dm('in private');
    await sandbox.moderator.say('among staff', { channel: sandbox.channels.staff, mention: true });
    await sandbox.member.say('here', { mention: true });
    await sandbox.waitFor(() => (heard.length > 0 ? true : undefined));
    expect(heard).toEqual([`<@${sandbox.applicationId}> here`]);
  });
});

describe('a wrong token', () => {
  it('is refused by the API, and by the gateway with 4004', async () => {
    sandbox = await startSandbox();
    const client = createClient(sandbox);
    clients.push(client);
    await expect(client.login('wrong')).rejects.toBeInstanceOf(DiscordjsError);
    expect(await identify({ token: 'wrong', intents: 1, properties: {} })).toBe(4004);
  });
});

describe('a raw connection', () => {
  it.each([
    ['4013 for intents that do not exist', { token: '', intents: 2 ** 40, properties: {} }, 4013],
    ['4010 for a shard that does not exist', { token: '', intents: 1, properties: {}, shard: [2, 2] }, 4010],
    ['4002 for what it cannot read', { token: '' }, 4002],
  ])('is closed with %s', async (_, data, code) => {
    sandbox = await startSandbox();
    expect(await identify({ ...data, token: sandbox.token })).toBe(code);
  });

  it('is closed with 4003 when it speaks before it identifies, and with 4001 for an unknown opcode', async () => {
    sandbox = await startSandbox();
    expect(await sendAndAwaitClose({ op: 3, d: {} })).toBe(4003);
    expect(await sendAndAwaitClose({ op: 99, d: {} })).toBe(4001);
  });
});

describe('a dropped connection', () => {
  it.each([
    ['op 7', () => sandbox.gateway.requestReconnect()],
    ['close code 4000', () => sandbox.gateway.closeConnections(4000)],
    ['op 9, resumable', () => sandbox.gateway.invalidateSessions(true)],
    ['a cut', () => sandbox.gateway.closeConnections(1006)],
  ])('is resumed after %s, and what was missed is heard', async (_, drop) => {
    const client = await start();
    const heard = hear(client);
    const resumed = next(client, Events.ShardResume);
    drop();
    await sandbox.member.say('meanwhile', { mention: true });
    await resumed;
    await sandbox.waitFor(() => (heard.length > 0 ? true : undefined));
    expect(heard).toEqual([`<@${sandbox.applicationId}> meanwhile`]);
    expect([sandbox.gateway.identifies, sandbox.gateway.resumes]).toEqual([1, 1]);
  });

  it('is identified anew after op 9 that is not resumable', async () => {
    const client = await start();
    const ready = next(client, Events.ShardReady);
    sandbox.gateway.invalidateSessions(false);
    await ready;
    expect([sandbox.gateway.identifies, sandbox.gateway.resumes]).toEqual([2, 0]);
    const heard = hear(client);
    await sandbox.member.say('again', { mention: true });
    await sandbox.waitFor(() => (heard.length > 0 ? true : undefined));
  });

  it('is noticed by the client when heartbeats are not acknowledged', async () => {
    const client = await start({ heartbeatIntervalMs: 300 });
    const resumed = next(client, Events.ShardResume);
    sandbox.gateway.acknowledgeHeartbeats(false);
    await next(client, Events.ShardReconnecting);
    sandbox.gateway.acknowledgeHeartbeats(true);
    await resumed;
    expect(sandbox.gateway.resumes).toBe(1);
  });

  it('a close code for good ends the client’s session', async () => {
    const client = await start();
    const closed = new Promise<number>((resolve) =>
      client.once(Events.ShardDisconnect, ({ code }) => resolve(code)),
    );
    sandbox.gateway.closeConnections(4004);
    expect(await closed).toBe(4004);
  });
});

describe('shards', () => {
  it('each hears of its own servers, and the first of direct messages', async () => {
    sandbox = await startSandbox({ shards: 2 });
    const other = sandbox.edit.addGuild('Second');
    const client = createClient(sandbox, { shards: 'auto', shardCount: 2 });
    clients.push(client);
    const ready = next(client, Events.ClientReady);
    // Identifies of one process are five seconds apart: the client itself sees to that.
    await client.login(sandbox.token);
    await ready;
    await sandbox.member.dm('in private');
    const shardOf = (id: string) => Number((BigInt(id) >> 22n) % 2n);
    const created = sandbox.events.filter(({ name }) => name === 'GUILD_CREATE');
    expect(created.map(({ shard }) => shard).sort()).toEqual(
      [shardOf(sandbox.seeded.guild.id), shardOf(other.id)].sort(),
    );
    expect(sandbox.events.filter(({ name }) => name === 'MESSAGE_CREATE').map(({ shard }) => shard)).toEqual([
      0,
    ]);
  });
});

function identify(data: object): Promise<number> {
  return sendAndAwaitClose({ op: 2, d: data });
}

function sendAndAwaitClose(payload: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${sandbox.gatewayUrl}/?v=10&encoding=json`);
    socket.on('open', () => socket.send(JSON.stringify(payload)));
    socket.on('close', (code) => resolve(code));
    socket.on('error', reject);
  });
}
