import type { CaseRecord, RecordType } from '../records/record-kinds.ts';
import { RECORD_KINDS, recordTitle } from '../records/record-kinds.ts';
import type { Finding } from '../model/finding.ts';
import { MOMENT_TITLES } from '../work/describe.ts';
import type { WorkState } from '../work/work-state.ts';

/** What is different between two states of one case, as a line of a list. */
export interface Difference {
  /** Names it among the others. */
  readonly key: string;
  readonly subject: string;
  readonly title: string;
  readonly what: 'new' | 'changed' | 'gone';
  /** `unknown → compromised`, where one field tells it. */
  readonly detail?: string;
}

/** What became known between two moments: of board, findings, key times and the records of the case. */
export function becameKnown(then: WorkState, now: WorkState): readonly Difference[] {
  if (then === now) return [];
  const types = new Set([...then.records.keys(), ...now.records.keys()]);
  return [
    ...different('Board', then.board, now.board, ({ title }) => title, itemDetail),
    ...different('Finding', then.findings, now.findings, ({ title }) => title, findingDetail),
    ...different(
      'Key time',
      then.moments,
      now.moments,
      (_, name) => MOMENT_TITLES[name],
      () => undefined,
    ),
    ...[...types]
      .sort()
      .flatMap((type) =>
        different(
          subjectOf(type),
          then.records.get(type) ?? new Map<string, CaseRecord>(),
          now.records.get(type) ?? new Map<string, CaseRecord>(),
          (record) => recordTitle(record) || RECORD_KINDS[type].noun,
          recordDetail,
        ),
      ),
  ];
}

function different<K extends string, V>(
  subject: string,
  then: ReadonlyMap<K, V>,
  now: ReadonlyMap<K, V>,
  titleOf: (value: V, key: K) => string,
  detailOf: (before: V, after: V) => string | undefined,
): readonly Difference[] {
  if (then === now) return [];
  const line = (key: K, value: V, what: Difference['what'], detail?: string): Difference => ({
    key: `${subject} ${key}`,
    subject,
    title: titleOf(value, key),
    what,
    ...(detail !== undefined && { detail }),
  });
  const met = [...now].flatMap(([key, value]) => {
    const before = then.get(key);
    if (before === undefined) return [line(key, value, 'new')];
    return isSame(before, value) ? [] : [line(key, value, 'changed', detailOf(before, value))];
  });
  const gone = [...then].flatMap(([key, value]) =>
    now.has(key) ? [] : [line(key, value, 'gone')],
  );
  return [...met, ...gone];
}

/** States that were folded apart share what no op has changed, and hold copies of the rest. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [before, after] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return (
    before.length === after.size &&
    before.every(([key, value]) => after.has(key) && isSame(value, after.get(key)))
  );
}

const changeOf = (before: string, after: string): string | undefined =>
  before === after ? undefined : `${words(before)} → ${words(after)}`;

const itemDetail = (
  before: { readonly standing: string },
  after: { readonly standing: string },
): string | undefined => changeOf(before.standing, after.standing);

const findingDetail = (before: Finding, after: Finding): string | undefined =>
  changeOf(before.status, after.status) ?? changeOf(before.severity, after.severity);

function recordDetail(before: CaseRecord, after: CaseRecord): string | undefined {
  const parts = stateFields(after.type).flatMap((field) => {
    const [a, b] = [valueOf(before, field), valueOf(after, field)];
    return a === undefined || b === undefined ? [] : (changeOf(a, b) ?? []);
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}

const stateFields = (type: RecordType): readonly string[] => {
  const { state }: { readonly state?: string } = RECORD_KINDS[type];
  return [...(state === undefined ? [] : [state]), ...(type === 'incident' ? ['severity'] : [])];
};

function valueOf(record: CaseRecord, field: string): string | undefined {
  const value: unknown = new Map<string, unknown>(Object.entries(record)).get(field);
  return typeof value === 'string' ? value : undefined;
}

const subjectOf = (type: RecordType): string => {
  const { noun } = RECORD_KINDS[type];
  return noun.charAt(0).toUpperCase() + noun.slice(1);
};

const words = (value: string): string => value.replaceAll('-', ' ');
