/** The first lines that a start prints: which mode this is, what writes the answers, and the next step up. */
import type { Config, ModelConfig } from './config.ts';

export function connectedLines(
  config: Config,
  bot: { readonly name: string; readonly inviteUrl: string },
): string[] {
  return [
    `Connected to Discord as ${bot.name}. Invite it to a server: ${bot.inviteUrl}`,
    generatorLine(config.model),
    ...modelStep(config.model),
  ];
}

export function sandboxLines({ model }: Config): string[] {
  return [
    'Sandbox: the real bot in a Discord of its own on this machine. Nothing leaves it but calls of a model, if one is set.',
    generatorLine(model),
    'Next step: set DISCORD_TOKEN in .env to connect to Discord (README.md says where to get it).',
    ...modelStep(model),
  ];
}

function generatorLine(model: ModelConfig | null): string {
  if (model === null) return 'Answers: quotes from the article; no model is configured.';
  const where = model.baseUrl === null ? '' : ` at ${withoutQuery(model.baseUrl)}`;
  return `Answers: written by ${model.name}${where}, every statement checked against the article.`;
}

function modelStep(model: ModelConfig | null): string[] {
  if (model === null)
    return [
      'Next step: set OPENAI_API_KEY, or OPENAI_BASE_URL for a local model, in .env for written answers.',
    ];
  if (model.nameIsDefault && model.baseUrl !== null)
    return [`Next step: set OPENAI_MODEL in .env if the server has no model called ${model.name}.`];
  return [];
}

/** Some servers take their key there. */
function withoutQuery(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
