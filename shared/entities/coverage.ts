import type { EntityKind } from '../records/kinds/entity.ts';
import { formatInstant, type Instant } from '../model/time.ts';
import { ENTITY_NAMES } from './entity-kinds.ts';
import { LOG_KINDS } from './log-kinds.ts';

export interface Span {
  readonly first: bigint;
  readonly last: bigint;
}

/** What there is of one kind of log about an entity. */
export interface KindCoverage {
  /** Of `LOG_KINDS`. */
  readonly id: string;
  readonly events: number;
  /** The same kind of log about whomever; at least so many where this one has some. */
  readonly everywhere: number;
  /** Of the events with a time. */
  readonly span?: Span;
  /** Longest stretches without any between the first and the last, in time order. */
  readonly gaps: readonly Span[];
}

export interface EntityCoverage {
  /** From the first to the last dated event of all evidence, or of the range that was asked about. */
  readonly span?: Span;
  readonly kinds: readonly KindCoverage[];
}

export interface CoverageLine {
  /** missing: nothing can be seen · gap: nothing for a while · seen: there are events. */
  readonly kind: 'missing' | 'gap' | 'seen';
  readonly text: string;
}

const HOUR = 3_600_000_000_000n;

/** A silence shorter than this is not spoken of: a twentieth of the whole span, but no less than an hour. */
export const quiet = ({ first, last }: Span): bigint => {
  const part = (last - first) / 20n;
  return part < HOUR ? HOUR : part;
};

export const momentText = (at: bigint): string =>
  formatInstant(at as Instant, 's')
    .replace('T', ' ')
    .replace('Z', ' UTC');

const counted = (n: number): string => `${n.toLocaleString('en')} ${n === 1 ? 'event' : 'events'}`;

/** What the evidence can show of an entity and what it cannot, one line each; what is missing first. */
export function coverageLines(kind: EntityKind, coverage: EntityCoverage): readonly CoverageLine[] {
  const lines = coverage.kinds.flatMap((one) => linesOf(kind, one, coverage.span));
  const order = ['missing', 'gap', 'seen'] as const;
  return order.flatMap((which) => lines.filter((one) => one.kind === which));
}

function linesOf(
  kind: EntityKind,
  { id, events, everywhere, span, gaps }: KindCoverage,
  whole: Span | undefined,
): readonly CoverageLine[] {
  const noun = LOG_KINDS.find((one) => one.id === id)?.noun ?? id;
  const what = noun === '' ? 'events' : `${noun} events`;
  const it = ENTITY_NAMES[kind].one;
  if (events === 0) {
    const others =
      everywhere === 0
        ? ', nor from any other.'
        : `, though there ${everywhere === 1 ? 'is' : 'are'} ${counted(everywhere)} in all.`;
    return [{ kind: 'missing', text: `No ${what} of this ${it} in this evidence${others}` }];
  }
  const name = what[0]?.toUpperCase() + what.slice(1);
  if (span === undefined) {
    return [
      {
        kind: 'gap',
        text: `${name}: ${counted(events)}, none of which has a time.`,
      },
    ];
  }
  const ends =
    whole === undefined
      ? []
      : [
          { first: whole.first, last: span.first },
          { first: span.last, last: whole.last },
        ].filter(({ first, last }) => last - first >= quiet(whole));
  const silences = [...ends, ...gaps].sort((a, b) => (a.first < b.first ? -1 : 1));
  return [
    ...(silences.length === 0
      ? []
      : [{ kind: 'gap', text: `No ${what} ${silencesText(silences)}.` } as const]),
    {
      kind: 'seen',
      text: `${name}: ${counted(events)}, ${momentText(span.first)} to ${momentText(span.last)}.`,
    },
  ];
}

/** Letters of `2026-05-11` and of ` UTC`. */
const DATE = 10;
const ZONE = 4;

/** `between A and B`, and of more than one all on one line. */
function silencesText(silences: readonly Span[]): string {
  const [one] = silences;
  if (silences.length === 1 && one !== undefined)
    return `between ${momentText(one.first)} and ${momentText(one.last)}`;
  const spans = silences.map(({ first, last }) => {
    const [from, to] = [momentText(first), momentText(last)];
    const day = to.slice(0, DATE);
    return `${from.slice(0, -ZONE)} to ${from.startsWith(day) ? to.slice(DATE + 1) : to}`;
  });
  return `in ${silences.length} stretches of time: ${spans.join('; ')}`;
}

/** The lines as the text that is kept with a verdict. */
export const coverageText = (lines: readonly CoverageLine[]): string =>
  lines.map(({ text }) => text).join('\n');
