import { type ChildProcess, spawn } from 'node:child_process';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noLimits } from '../../sandbox/rest/limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { runTerminal } from '../../sandbox/terminal.ts';

let sandbox: Sandbox;
let bot: ChildProcess;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: noLimits });
  const file = fileURLToPath(new URL('echo-bot.ts', import.meta.url));
  bot = spawn(process.execPath, [file, sandbox.apiUrl, sandbox.token], { stdio: 'inherit' });
  await sandbox.whenReady({ commands: ['ask', 'form'] });
});

afterAll(async () => {
  bot.kill();
  await sandbox.close();
});

async function run(lines: readonly string[], isTerminal = false): Promise<string> {
  const output = new PassThrough();
  let printed = '';
  output.on('data', (part: Buffer) => {
    printed += part.toString();
  });
  const input = Readable.from(lines.map((line) => `${line}\n`));
  await runTerminal(sandbox, { input, output, isTerminal, exampleQuestion: 'an example?' });
  return printed;
}

describe('the terminal', () => {
  it('answers each line of an input that is no terminal, as one conversation', async () => {
    const printed = await run(['what?', 'and why?']);
    expect(printed).toContain(
      '› what?\n\n**Footnote**\n  **what?** (new) [1]\n  echoed\n  ([1] ¶1)  ([2] ¶2)\n',
    );
    expect(printed).toContain('› and why?\n\n**Footnote**\n  **and why?** (follow-up) [1]');
  });

  it('begins a new conversation after an empty line', async () => {
    expect(await run(['what?', '', 'and why?'])).toContain('**and why?** (new)');
  });

  it('asks an example when the input is empty', async () => {
    expect(await run([])).toContain('› an example?\n\n**Footnote**\n  **an example?** (new)');
  });

  it('taps a citation by its number, and marks what only one person sees', async () => {
    const printed = await run(['what?', ':2', ':1']);
    expect(printed).toContain('› :2\n\n**Footnote · only you see this**\n  card of quote-2');
    expect(printed).toContain('› :1\n\n**Footnote · only you see this**\n  card of quote-1');
  });

  it('runs a slash command, its first option named or implied', async () => {
    const printed = await run([
      '/ask question: is it so?',
      '/ask is it so: or not?',
      '/ask why private: true',
    ]);
    expect(printed.match(/asked: .*/g)).toEqual([
      'asked: is it so?',
      'asked: is it so: or not?',
      'asked: why',
    ]);
  });

  it('takes the next lines for the fields of a modal', async () => {
    const printed = await run(['/form', 'these words']);
    expect(printed).toContain('▭ A form\n  Your words:');
    expect(printed).toContain('filled in: these words');
  });

  it('says what cannot be done, and goes on', async () => {
    const printed = await run(['/nothing', ':9', '/ask', 'what?']);
    expect(printed).toContain('! There is no /nothing. Commands: /ask, /form');
    expect(printed).toContain('! There is no button 9.');
    expect(printed).toContain('! /ask needs question');
    expect(printed).toContain('**what?** (new)');
  });

  it('shows bold and a prompt to a person', async () => {
    const printed = await run(['what?'], true);
    expect(printed).toContain('A line is a message to the bot');
    expect(printed).toContain('\u001B[1mwhat?\u001B[22m (new) [1]');
  });
});
