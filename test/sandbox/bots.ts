import { Client, type ClientOptions, GatewayIntentBits, Partials } from 'discord.js';
import type { Sandbox } from '../../sandbox/sandbox.ts';

export const usualIntents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** A discord.js client pointed at the sandbox, not logged in yet. */
export function createClient(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: usualIntents,
    partials: [Partials.Channel],
    rest: { api: `${sandbox.apiUrl}/api` },
    ...options,
  });
  client.on('error', () => undefined);
  return client;
}

/** Logs a client in and waits until it is ready. */
export async function logIn(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = createClient(sandbox, options);
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(sandbox.token);
  return ready;
}
