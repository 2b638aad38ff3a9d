import type { EvidenceItem } from '../model/evidence.ts';
import type { Instant } from '../model/time.ts';
import { formatInstant } from '../model/time.ts';
import { counted } from '../work/number-text.ts';
import { searchable } from './sought-evidence.ts';

export interface SearchedCase {
  readonly items: readonly EvidenceItem[];
  /** Bounds of the search, ns; inclusive lower, exclusive upper. */
  readonly from?: bigint;
  readonly to?: bigint;
  /** Events in these bounds, by category. */
  readonly categories: readonly { readonly value: string; readonly count: number }[];
  /** Conditions of the query that no event of the case meets, whatever its time. */
  readonly absent: readonly string[];
}

/** Categories whose absence an analyst wants to be told of. */
const EXPECTED = ['authentication', 'process', 'network', 'file', 'registry', 'web', 'email'];

const NAMED = 3;

/** What a search ran over and what that evidence could not have shown: one statement on each line. */
export function coverageText(searched: SearchedCase): string {
  const items = searchable(searched.items);
  return [
    ...kindLines(items, searched),
    missingCategories(searched),
    ...unreadLines(items),
    ...searched.absent.map(
      (term) => `No event of this case meets ${term}: what only such records tell cannot be seen.`,
    ),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

interface Kind {
  files: number;
  events: number;
  first: bigint | undefined;
  last: bigint | undefined;
}

function kindLines(
  items: readonly EvidenceItem[],
  bounds: Pick<SearchedCase, 'from' | 'to'>,
): readonly string[] {
  const kinds = new Map<string, Kind>();
  for (const { format, coverage, firstTime, lastTime } of items) {
    if (format === undefined || (coverage?.events ?? 0) === 0) continue;
    const kind = kinds.get(format) ?? { files: 0, events: 0, first: undefined, last: undefined };
    kind.files += 1;
    kind.events += coverage?.events ?? 0;
    kind.first = earlier(kind.first, firstTime);
    kind.last = later(kind.last, lastTime);
    kinds.set(format, kind);
  }
  if (kinds.size === 0) return ['No file with events was searched.'];
  return [...kinds]
    .sort(([, a], [, b]) => b.events - a.events)
    .map(([format, kind]) => {
      const head = `${format}: ${counted(kind.files, 'file')}, ${counted(kind.events, 'event')}`;
      return `${head}${spanOf(kind)}${outside(kind, bounds)}.`;
    });
}

const spanOf = ({ first, last }: Kind): string =>
  first === undefined || last === undefined
    ? ', none with a time'
    : `, from ${minute(first)} to ${minute(last)} UTC`;

/** That a kind of log does not reach over the whole of what was asked for. */
function outside({ first, last }: Kind, { from, to }: Pick<SearchedCase, 'from' | 'to'>): string {
  if (first === undefined || last === undefined) return '';
  if ((from !== undefined && last < from) || (to !== undefined && first >= to)) {
    return ', all of it outside the time that was searched';
  }
  const begins = from !== undefined && first > from;
  const ends = to !== undefined && last < to;
  if (begins && ends) return ', which is less than the time that was searched';
  if (begins) return ', which begins after the time that was searched does';
  return ends ? ', which ends before the time that was searched does' : '';
}

function missingCategories({ categories, from, to }: SearchedCase): string {
  const there = new Set(categories.map(({ value }) => value));
  const missing = EXPECTED.filter((category) => !there.has(category));
  if (missing.length === 0) return '';
  const where = from === undefined && to === undefined ? 'in this case' : 'in this time';
  return `No events of these kinds ${where}: ${missing.join(', ')}.`;
}

const UNREAD = {
  unparsed: 'not read, because no parser knows',
  failed: 'not read, because parsing failed:',
  partial: 'read only in part:',
} as const;

function unreadLines(items: readonly EvidenceItem[]): readonly string[] {
  return (['unparsed', 'failed', 'partial'] as const).flatMap((state) => {
    const names = items.filter((item) => item.state === state).map(({ name }) => name);
    if (names.length === 0) return [];
    const more = names.length - NAMED;
    const list = names.slice(0, NAMED).join(', ');
    return [
      `${counted(names.length, 'file')} ${UNREAD[state]} ${list}${more > 0 ? ` and ${more} more` : ''}.`,
    ];
  });
}

const minute = (time: bigint): string =>
  formatInstant(time as Instant, 'min')
    .replace('T', ' ')
    .replace('Z', '');

const earlier = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;
const later = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;
