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
  /** Carries the request out, and only then answers with the status, or cuts: a write whose answer was lost. */
  readonly afterwards?: boolean;
}

/** A fault while it is planned. */
export interface PlannedFault {
  /** How many requests it has hit so far. */
  readonly taken: number;
  /** Ends it. */
  lift(): void;
}

interface Planned {
  readonly method: string;
  readonly pattern: RegExp;
  readonly fault: Fault;
  left: number;
  taken: number;
}

/** The faults planned for routes; the first that fits is used. */
export class Faults {
  private planned: Planned[] = [];

  /** `method` may be `*`; a pattern's `:name` stands for one part of the path, `*` for any. */
  add(method: string, pattern: string, fault: Fault): PlannedFault {
    const left = fault.times ?? Infinity;
    const plan = { method, pattern: toExpression(pattern), fault, left, taken: 0 };
    this.planned.push(plan);
    return {
      get taken() {
        return plan.taken;
      },
      lift: () => {
        this.planned = this.planned.filter((other) => other !== plan);
      },
    };
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
    found.taken += 1;
    return found.fault;
  }
}

function toExpression(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/:\w+/g, '[^/]+')}$`);
}
