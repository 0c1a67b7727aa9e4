/** What goes wrong with a route: an answer of one's own, a delay, no answer at all, or a cut connection. */
export interface Fault {
  /** HTTP status; without one the request goes on after the delay. */
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many requests it hits; every one unless given. */
  readonly times?: number;
  readonly delayMs?: number;
  /** Never answers. */
  readonly hang?: boolean;
  /** Closes the connection without an answer. */
  readonly cut?: boolean;
  /** Carries the request out, then answers with the status all the same: a write whose answer was lost. */
  readonly afterwards?: boolean;
}

interface Planned {
  readonly method: string;
  readonly pattern: RegExp;
  readonly fault: Fault;
  left: number;
}

/** The faults planned for routes; the first that fits is used. */
export class Faults {
  private planned: Planned[] = [];

  /** `method` may be `*`; a pattern's `:name` stands for one part of the path, `*` for any. */
  add(method: string, pattern: string, fault: Fault): void {
    this.planned.push({ method, pattern: toExpression(pattern), fault, left: fault.times ?? Infinity });
  }

  clear(): void {
    this.planned = [];
  }

  take(method: string, path: string): Fault | null {
    const found = this.planned.find(
      (plan) => plan.left > 0 && (plan.method === '*' || plan.method === method) && plan.pattern.test(path),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found.fault;
  }
}

function toExpression(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/:\w+/g, '[^/]+')}$`);
}
