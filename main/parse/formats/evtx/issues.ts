import type { Issue } from '#shared/model/issue.ts';
import type { Sink } from '../../parser.ts';

/** Issues of one kind beyond this many say nothing new; they are counted and told at the end. */
const MAX_PER_CODE = 200;

type Place = Pick<Issue, 'offset' | 'length' | 'record'>;

/** Passes issues on, and keeps a damaged file from drowning the reader in one kind of them. */
export class Issues {
  readonly #counts = new Map<string, number>();

  constructor(private readonly out: Pick<Sink, 'issue'>) {}

  /** Evidence is damaged, or odd. */
  report(code: string, severity: Issue['severity'], message: string, place: Place): void {
    this.#pass({ code, severity, blame: 'evidence', message, ...place });
  }

  /** Nothing is wrong with the evidence; this parser stops short of it. */
  ours(code: string, message: string, place: Place): void {
    this.#pass({ code, severity: 'loss', blame: 'parser', message, ...place });
  }

  #pass(issue: Issue): void {
    const count = (this.#counts.get(issue.code) ?? 0) + 1;
    this.#counts.set(issue.code, count);
    if (count <= MAX_PER_CODE) this.out.issue(issue);
  }

  /** Tells how many were not passed on. */
  close(): void {
    for (const [code, count] of this.#counts) {
      if (count <= MAX_PER_CODE) continue;
      this.out.issue({
        code,
        severity: 'warning',
        blame: 'evidence',
        message: `${count - MAX_PER_CODE} more of the kind ${code}; only the first ${MAX_PER_CODE} are listed.`,
      });
    }
  }
}
