import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a module of this folder in a process of its own, which may collect garbage when it wants to know what is held,
 * and gives the one message that it sends.
 */
export async function runApart<Message>(module: string, args: readonly string[]): Promise<Message> {
  const child = fork(new URL(module, import.meta.url), [...args], {
    execArgv: ['--expose-gc', '--max-old-space-size=12000'],
  });
  const messages: Message[] = [];
  child.on('message', (message: Message) => messages.push(message));
  const [code] = await once(child, 'exit');
  const [message] = messages;
  if (message === undefined)
    throw new Error(`${[module, ...args].join(' ')} ended with ${code}, without a word`);
  return message;
}
