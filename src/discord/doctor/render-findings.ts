/** Puts findings in words: a line each, which begins with how bad it is in words. */
import type { Translate } from '../../locales/translator.ts';
import { escapeShort } from '../escape-text.ts';
import { lengthOf, limits } from '../limits.ts';
import { type Payload, plain } from '../payload.ts';
import type { Needed } from '../permissions.ts';
import { nameSetting } from '../setting-words.ts';
import type { ChannelKind } from './facts.ts';
import type { Finding, State, What } from './finding.ts';

const stateKeys = {
  problem: 'doctor.state.problem',
  warning: 'doctor.state.warning',
  ok: 'doctor.state.ok',
} as const;
/** So many channels are named; of more, how many there are. */
const mostNamed = 10;

/**
 * Messages with a head (if any), a count, and a line for each finding that is `shown`, each line whole. `role` is the
 * bot's, for where to click.
 */
export function renderFindings(
  head: string,
  findings: readonly Finding[],
  role: string,
  translate: Translate,
  shown = findings,
): readonly Payload[] {
  const count = (state: State) => findings.filter((finding) => finding.state === state).length;
  const summary = translate('doctor.summary', {
    ...{ problems: count('problem'), warnings: count('warning'), fine: count('ok') },
  });
  const lines = shown.map((finding) => describeFinding(finding, role, translate));
  return fillMessages([head, summary, ...lines].filter((line) => line !== '')).map(plain);
}

function fillMessages(lines: readonly string[]): readonly string[] {
  const messages: string[] = [];
  for (const line of lines) {
    const longer = `${messages.at(-1)}\n${line}`;
    if (messages.length > 0 && lengthOf(longer) <= limits.message) messages[messages.length - 1] = longer;
    else messages.push(line);
  }
  return messages;
}

function describeFinding(finding: Finding, role: string, translate: Translate): string {
  const state = translate(stateKeys[finding.state]);
  const text = describeWhat(finding, translate);
  if (finding.step === null) return translate('doctor.line', { state, text });
  const step = translate(`doctor.step.${finding.step}`, { role: escapeShort(role, 40) });
  return translate('doctor.lineWithStep', { state, text, step });
}

function describeWhat(what: What, translate: Translate): string {
  switch (what.code) {
    case 'channels-fine':
      return translate(what.fine === what.total ? 'doctor.channels-all-fine' : 'doctor.channels-fine', {
        ...{ fine: what.fine, total: what.total, kind: nameKind(what.kind, translate) },
      });
    case 'channels-lack':
      return translate('doctor.channels-lack', {
        kind: nameKind(what.kind, translate),
        channels: listChannels(what.channels, translate),
        permissions: listPermissions(what.permissions, translate),
      });
    case 'channels-hidden':
      return translate('doctor.channels-hidden', {
        kind: nameKind(what.kind, translate),
        channels: listChannels(what.channels, translate),
      });
    case 'channels-excluded':
      return translate('doctor.channels-excluded', { total: what.total });
    case 'setting-gone':
      return translate('doctor.setting-gone', {
        setting: nameSetting(what.setting, translate),
        ids: listSome(what.ids, translate),
      });
    case 'setting-no-forum':
    case 'setting-not-allowed':
    case 'setting-no-speech':
      return translate(`doctor.${what.code}`, {
        setting: nameSetting(what.setting, translate),
        channels: listChannels(what.ids, translate),
      });
    case 'setting-chat-off':
      return translate('doctor.setting-chat-off', {
        setting: nameSetting(what.setting, translate),
        chat: nameSetting('chat', translate),
      });
    case 'content-needed':
      return translate('doctor.content-needed', { setting: nameSetting(what.setting, translate) });
    case 'model-fine':
    case 'model-unlisted':
      return translate(`doctor.${what.code}`, { model: escapeShort(what.model, 100) });
    case 'model-away':
      return translate('doctor.model-away', {
        model: escapeShort(what.model, 100),
        reason: escapeShort(what.reason, 40),
      });
    case 'database-away':
    case 'commands-unknown':
      return translate(`doctor.${what.code}`, { reason: escapeShort(what.reason, 40) });
    case 'article-fine':
      return translate('doctor.article-fine', { ...what, title: escapeShort(what.title, 100) });
    case 'commands-fine':
      return translate('doctor.commands-fine', { total: what.total });
    case 'commands-differ':
      return translate('doctor.commands-differ', { names: listSome(what.names, translate) });
    case 'clock-off':
      return translate('doctor.clock-off', { seconds: what.seconds });
    default:
      return translate(`doctor.${what.code}`);
  }
}

function nameKind(kind: ChannelKind, translate: Translate): string {
  return kind === 'other' ? '' : translate(`doctor.kind.${kind}`);
}

function listPermissions(names: readonly Needed[], translate: Translate): string {
  return names
    .map((name) =>
      translate('doctor.permission', {
        permission: translate(`permission.${name}`),
        purpose: translate(`doctor.purpose.${name}`),
      }),
    )
    .join(translate('permission.separator'));
}

function listChannels(ids: readonly string[], translate: Translate): string {
  return listSome(
    ids.map((id) => `<#${id}>`),
    translate,
  );
}

function listSome(texts: readonly string[], translate: Translate): string {
  const shown = texts.slice(0, mostNamed).join(' ');
  const more = texts.length - mostNamed;
  return more > 0 ? translate('config.andMore', { shown, more }) : shown;
}
