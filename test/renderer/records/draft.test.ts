import { describe, expect, it } from 'vitest';
import { amountText } from '#shared/model/money.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { bytesText, readBytes, readMoney } from '#renderer/records/amounts.ts';
import { changeOf, draftOf, readField } from '#renderer/records/draft.ts';
import type { AnyFieldSpec } from '#renderer/records/field-spec.ts';
import { shownRows } from '#renderer/records/record-rows.ts';

const TASK: Task = {
  id: 't1' as RecordId,
  type: 'task',
  title: 'Block the address',
  phase: 'containment',
  state: 'open',
  after: [],
  rank: 'a0',
  due: 1_800_000_000_500_000_000n as Instant,
  notes: 'on the firewall',
};

const FIELDS: readonly AnyFieldSpec[] = [
  { name: 'title', label: 'Task', input: 'line' },
  { name: 'state', label: 'State', input: 'choice', choices: [{ id: 'open', label: 'Open' }] },
  { name: 'due', label: 'Due', input: 'time' },
  { name: 'notes', label: 'Notes', input: 'prose' },
  { name: 'after', label: 'After', input: 'records', of: 'task' },
];

const values = (draft: ReturnType<typeof draftOf>): Record<string, unknown> =>
  Object.fromEntries(
    FIELDS.map((spec) => {
      const read = readField('task', spec, draft[spec.name], 'utc');
      return [spec.name, 'value' in read ? read.value : read];
    }),
  );

describe('a record in a form', () => {
  it('that nobody touched changes nothing, to the nanosecond', () => {
    expect(changeOf(TASK, values(draftOf(FIELDS, TASK, 'utc')))).toEqual({});
  });

  it('changes what was written, and clears what was emptied', () => {
    const draft = { ...draftOf(FIELDS, TASK, 'utc'), title: ' Block it ', notes: '', due: '' };
    expect(changeOf(TASK, values(draft))).toEqual({ title: 'Block it', notes: null, due: null });
  });

  it.each([
    ['title', '  ', 'Task is needed.'],
    ['due', 'tomorrow', 'Write 2026-05-12 09:12.'],
    ['state', 'finished', 'State is needed.'],
  ])('refuses %s written as “%s”', (name, text, problem) => {
    const spec = FIELDS.find((one) => one.name === name);
    if (spec === undefined) throw new Error(name);
    expect(readField('task', spec, text, 'utc')).toEqual({ problem });
  });

  it.each([
    ['12', 12n],
    ['1.4 GB', 1_400_000_000n],
    ['1,234,567', 1_234_567n],
    ['3 MiB', 3n << 20n],
    ['0.5kb', 500n],
    ['-1', undefined],
    ['1.2.3', undefined],
    ['9999999999 TB', undefined],
  ])('reads the size %s', (text, bytes) => expect(readBytes(text)).toBe(bytes));

  it('writes sizes and money so that they read the same', () => {
    for (const amount of [0n, 7n, 100n, 123_456_789n, 2n ** 62n]) {
      expect(readBytes(bytesText(amount))).toBe(amount);
      expect(readMoney(amountText(amount))).toBe(amount);
    }
    expect(amountText(1_234_050n)).toBe('12,340.50');
  });
});

describe('a list of records', () => {
  const rows = [
    { id: '1', name: 'ws10', seen: 5n },
    { id: '2', name: 'WS2', seen: undefined },
    { id: '3', name: 'dc1', seen: 9n },
  ];
  const columns = [
    {
      id: 'name',
      title: 'Name',
      width: 1,
      by: (r: (typeof rows)[0]) => r.name,
      text: (r: (typeof rows)[0]) => r.name,
      render: () => '',
    },
    { id: 'seen', title: 'Seen', width: 1, by: (r: (typeof rows)[0]) => r.seen, render: () => '' },
  ];
  const ids = (how: Partial<Parameters<typeof shownRows>[2]>): string =>
    shownRows(rows, columns, { filter: '', descending: false, ...how })
      .map(({ id }) => id)
      .join('');

  it('is filtered by words and sorted, numbers in names as numbers, nothing last either way', () => {
    expect(ids({})).toBe('123');
    expect(ids({ filter: 'ws' })).toBe('12');
    expect(ids({ sort: 'name' })).toBe('321');
    expect(ids({ sort: 'seen' })).toBe('132');
    expect(ids({ sort: 'seen', descending: true })).toBe('312');
    expect(ids({ filter: 'nothing' })).toBe('');
  });
});
