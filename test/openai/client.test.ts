import { describe, expect, it } from 'vitest';
import { createOpenAiClient } from '../../src/openai/client.ts';

describe('the client', () => {
  it.each([null, ''])('calls OpenAI when the base URL is %j, whatever the environment says', (baseUrl) => {
    process.env.OPENAI_BASE_URL = 'http://elsewhere.example/v1';
    const client = createOpenAiClient({ apiKey: 'sk-test', baseUrl });
    delete process.env.OPENAI_BASE_URL;
    expect(client.baseURL).toBe('https://api.openai.com/v1');
  });

  it('takes no key from the environment for a server that wants none', () => {
    process.env.OPENAI_API_KEY = 'sk-of-another-service';
    const client = createOpenAiClient({ apiKey: null, baseUrl: 'http://127.0.0.1:11434/v1' });
    delete process.env.OPENAI_API_KEY;
    expect(client.apiKey).toBe('none');
    expect(client.baseURL).toBe('http://127.0.0.1:11434/v1');
  });

  it('waits 20 s for an attempt, tries again once, and logs nothing', () => {
    const client = createOpenAiClient({ apiKey: 'sk-test', baseUrl: null });
    expect(client).toMatchObject({ timeout: 20_000, maxRetries: 1, logLevel: 'off' });
  });
});
