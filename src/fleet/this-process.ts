/** This process as others know it, and where another one is. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { RunningProcess } from './fleet-store.ts';

/** `here`: on this machine, and there. `gone`: it was on this machine. `elsewhere`: nothing can be told from here. */
export type Whereabouts = 'here' | 'gone' | 'elsewhere';

/** Of the bot whose token it is: the part before the first dot, which is no secret, as a hash. */
export function nameBot(token: string): string {
  return createHash('sha256')
    .update(token.split('.')[0] ?? '')
    .digest('hex')
    .slice(0, 16);
}

export function describeThisProcess(): RunningProcess {
  return {
    id: randomUUID(),
    host: hostname(),
    machine: machine(),
    pid: process.pid,
    begun: statusOf(process.pid)?.begun ?? '',
    since: new Date().toISOString(),
  };
}

export function whereIs({ machine: where, pid, begun }: RunningProcess): Whereabouts {
  if (where !== machine()) return 'elsewhere';
  if (begun === '') return answersSignals(pid) ? 'here' : 'gone';
  const status = statusOf(pid);
  return status === null || status.begun !== begun || hasEnded(status.state) ? 'gone' : 'here';
}

/** This boot of this machine, and who counts processes in it: two containers may have the same name and count by themselves. */
function machine(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** As Linux tells it; null where there is no such process, or no Linux. */
function statusOf(pid: number): { readonly state: string; readonly begun: string } | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it may hold anything, brackets and spaces too.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', begun: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/** Dead, though nobody has asked yet how it ended. */
function hasEnded(state: string): boolean {
  return state === 'Z' || state === 'X';
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
