/** Judges a server's facts: what works, what does not, and the next step for each. Pure. */
import { examineChannels } from './examine-channels.ts';
import { examineSettings } from './examine-settings.ts';
import type { CommandFacts, Facts, ModelFacts } from './facts.ts';
import { type Finding, fine, type State, wrong } from './finding.ts';

/** Seconds. Less is what it takes to read the event that the clocks are compared by, on a busy machine. */
const clockTolerance = 10;

/** What is to do first, then what may be meant so, then what is fine. Never empty. */
export function examine(facts: Facts): readonly Finding[] {
  const found = [
    ...examineChannels(facts),
    ...examineSettings(facts),
    examineModel(facts.model),
    examineDatabase(facts),
    fine({ code: 'article-fine', ...facts.article }),
    ...examineCommands(facts.commands, facts.commandCount),
    examineClock(facts.clockAhead),
  ];
  const order: readonly State[] = ['problem', 'warning', 'ok'];
  return order.flatMap((state) => found.filter((finding) => finding.state === state));
}

function examineModel(model: ModelFacts): Finding {
  switch (model.state) {
    case 'none':
      return fine({ code: 'model-none' });
    case 'fine':
      return fine({ code: 'model-fine', model: model.model });
    case 'unlisted':
      return wrong('warning', 'model-name', { code: 'model-unlisted', model: model.model });
    case 'away':
      return wrong('problem', 'model-access', {
        code: 'model-away',
        model: model.model,
        reason: model.reason,
      });
  }
}

function examineDatabase({ databaseFailure }: Facts): Finding {
  return databaseFailure === null
    ? fine({ code: 'database-fine' })
    : wrong('problem', 'database', { code: 'database-away', reason: databaseFailure });
}

function examineCommands(commands: CommandFacts, total: number): readonly Finding[] {
  if (commands.state === 'elsewhere') return [wrong('problem', 'server-id', { code: 'commands-elsewhere' })];
  if (commands.state === 'unknown')
    return [wrong('warning', 'later', { code: 'commands-unknown', reason: commands.reason })];
  const { differing, twice } = commands;
  return [
    differing.length === 0
      ? fine({ code: 'commands-fine', total })
      : wrong('problem', 'restart', { code: 'commands-differ', names: differing }),
    ...(twice ? [wrong('warning', 'restart', { code: 'commands-twice' })] : []),
  ];
}

function examineClock(ahead: number): Finding {
  const seconds = Math.round(Math.abs(ahead));
  return seconds <= clockTolerance
    ? fine({ code: 'clock-fine' })
    : wrong('warning', 'clock', { code: 'clock-off', seconds });
}
