/** Receives every message: decides whether it is a question, and asks it. */
import type { Message } from 'discord.js';
import { UpstreamError, UserError } from '../errors.ts';
import { findRefusal } from '../guilds/policy.ts';
import { createTranslator, type Translate } from '../locales/translator.ts';
import type { Log } from '../log.ts';
import type { AskRequest } from './ask.ts';
import { isAskButton, renderTextWithheld } from './ask-modal.ts';
import { languageOfQuestion } from './asker-language.ts';
import { readHistory } from './conversation-history.ts';
import { describeFailure } from './describe-failure.ts';
import { callDiscord } from './discord-call.ts';
import { readFacts } from './message-facts.ts';
import { withoutMentions } from './message-text.ts';
import { plain } from './payload.ts';
import { askedByMessage, missingForReply, namePermissions, standingOfAuthor } from './permissions.ts';
import { createRecent } from './recent.ts';
import { createMessageResponder, type Responder } from './responder.ts';
import type { Services } from './services.ts';
import { canOpenThread } from './thread.ts';
import { triggerOf } from './trigger.ts';
import { createTyping } from './typing.ts';
import type { Watched, Withdrawals } from './withdrawals.ts';

/** Handles one message, or goes on with one that another process has left. Never throws. */
export type Chat = (message: Message, left?: LeftMessage) => Promise<void>;

interface LeftMessage {
  /** The unfinished reply; null where there is none. */
  readonly begun: Message | null;
  /** Whether it is to be answered; else the member is told that it was not. */
  readonly isAnswered: boolean;
}

const hour = 3_600_000;
/** Why the bot does not or cannot speak in a place: told to the member alone, not there. */
const quietCodes = [
  ...['wrong-channel', 'denied-channel', 'chat-off', 'settings-unknown', 'cannot-speak'],
  ...['direct-off', 'member-barred', 'role-denied', 'role-missing'],
];

export function createChat(current: () => Services, withdrawals: Withdrawals): Chat {
  const { log, pending, turns } = current();
  // Discord may deliver a message twice, and a start may find one that is being delivered.
  const handled = createRecent({ size: 2000 });
  const told = createRecent({ size: 2000, forMilliseconds: hour });
  const noticed = createRecent({ size: 2000 });
  const showTyping = createTyping(turns.isCrowded);

  return async (message, left) => {
    const services = current();
    const trigger = triggerOf(await readFacts(message, services));
    if (trigger === 'ignore' || !handled.add(message.id)) return;
    if (trigger === 'ask') {
      const { id: messageId, channelId } = message;
      pending.note(messageId, message.guildId, { kind: 'message', channelId, messageId });
    }
    const translate = translatorFor(message);
    const watched = withdrawals.watch(message);
    const { signal } = watched;
    const reply = createMessageResponder(message, log, signal, {
      begun: left?.begun ?? null,
      onPage: (unsent) => pending.addUnsent(message.id, unsent),
    });
    const origin = { messageId: message.id, guildId: message.guildId, channelId: message.channelId };
    const isNews = (sentence: string): boolean =>
      told.add(`${message.author.id} ${message.channelId} ${sentence}`);
    try {
      const missing = missingForReply(message);
      if (missing.length > 0) throw cannotSpeak(message, missing, translate);
      if (left?.isAnswered === false) throw new UserError('interrupted', 'the process that was at it ended');
      if (trigger === 'ask') {
        const typing = showTyping(message.channel);
        const isResumed = left !== undefined;
        await answer(message, { reply, translate, watched, isResumed }, services).finally(typing.stop);
      } else await explainWithheld(message, reply, translate, services, noticed);
    } catch (error) {
      // Whatever fails once the question is gone fails for that.
      const cause = signal.aborted ? signal.reason : lackOf(error, message, translate);
      await tell(cause, { reply, isNews, translate, log, origin });
    } finally {
      watched.end();
      pending.done(message.id);
    }
  };
}

async function answer(
  message: Message,
  {
    reply,
    watched: { signal, newest },
    ...rest
  }: Pick<AskRequest, 'translate' | 'isResumed'> & {
    readonly reply: Responder;
    readonly watched: Watched;
  },
  services: Services,
): Promise<void> {
  const question = withoutMentions(message);
  await services.ask(
    {
      question,
      history: await readHistory(message),
      asked: askedByMessage(message),
      standing: standingOfAuthor(message),
      ...{ ...rest, signal },
      // A message that was edited meanwhile asks something else: the answer says what it answers.
      get showQuestion() {
        return withoutMentions(newest()) !== question;
      },
      offersThread: mayOpenThread(message),
      notice: null,
      origin: { messageId: message.id },
    },
    reply,
  );
}

function mayOpenThread({ channel, client }: Message): boolean {
  return !channel.isDMBased() && canOpenThread(channel, channel.permissionsFor(client.user));
}

/** One quiet line a thread, with a button to ask: found again in the thread itself, so that a restart repeats nothing. */
async function explainWithheld(
  message: Message,
  reply: Responder,
  translate: Translate,
  { guildSettings }: Services,
  noticed: ReturnType<typeof createRecent>,
): Promise<void> {
  const asked = askedByMessage(message);
  if (findRefusal(asked, guildSettings.peek(asked.guildId)) !== null) return;
  if (!noticed.add(message.channelId) || (await hasNotice(message))) return;
  await reply.finish([renderTextWithheld(translate)]);
}

async function hasNotice({ channel, client }: Message): Promise<boolean> {
  const fetch = (from: { after?: string }) =>
    callDiscord(() => channel.messages.fetch({ limit: 100, cache: false, ...from }));
  try {
    // It stands near the beginning, where the first empty message was; or, where chat was off until lately, near the end.
    for (const messages of [await fetch({ after: channel.id }), await fetch({})])
      for (const message of messages.values())
        if (message.author.id === client.user.id && hasAskButton(message)) return true;
    return false;
  } catch (error) {
    // Perhaps: nobody has asked anything for certain, so nothing is said.
    if (error instanceof UpstreamError) return true;
    throw error;
  }
}

function hasAskButton({ components }: Message): boolean {
  return components.some(
    (row) =>
      'components' in row && row.components.some((one) => 'customId' in one && isAskButton(one.customId)),
  );
}

/** Words in the language of the question, else in the server's. */
function translatorFor(message: Message): Translate {
  return createTranslator(
    languageOfQuestion(withoutMentions(message), message.guild?.preferredLocale ?? 'en-US'),
  );
}

function cannotSpeak(
  message: Message,
  missing: ReturnType<typeof missingForReply>,
  translate: Translate,
): UserError {
  const values = { channel: `<#${message.channelId}>`, permissions: namePermissions(missing, translate) };
  return new UserError('cannot-speak', 'a permission is missing', values);
}

/** What Discord refused for want of a permission, as an error with words for the member. */
function lackOf(error: unknown, message: Message, translate: Translate): unknown {
  if (!(error instanceof UpstreamError) || error.reason !== 'permission') return error;
  const missing = missingForReply(message);
  return cannotSpeak(message, missing.length > 0 ? missing : ['SendMessages'], translate);
}

async function tell(
  error: unknown,
  to: {
    readonly reply: Responder;
    /** False where the same was said to the same member lately. */
    readonly isNews: (sentence: string) => boolean;
    readonly translate: Translate;
    readonly log: Log;
    readonly origin: Parameters<typeof describeFailure>[1]['origin'];
  },
): Promise<void> {
  const sentence = describeFailure(error, to);
  if (sentence === null) return;
  const isQuiet = error instanceof UserError && quietCodes.includes(error.code);
  // Whoever goes on writing over a limit would fill the channel with it.
  const isLimit = error instanceof UserError && 'endsAt' in error.values;
  if ((isQuiet || isLimit) && !to.isNews(sentence)) return;
  try {
    if (isQuiet) await to.reply.whisper(plain(sentence));
    else await to.reply.finish([plain(sentence)]);
  } catch (failure) {
    describeFailure(failure, to);
  }
}
