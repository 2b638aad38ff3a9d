import type { ClockedFact } from '#shared/learning/two-clocks.ts';
import { lagOf } from '#shared/learning/two-clocks.ts';
import { formatDuration } from '#shared/model/duration.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

const KINDS: Readonly<Record<ClockedFact['kind'], string>> = {
  board: 'Board',
  finding: 'Finding',
  action: 'Action',
};

/** What is shown of each fact; the bar runs from when it happened to when it was known, all on one axis. */
export function lagColumns(
  facts: readonly ClockedFact[],
  times: TimeDisplay,
): readonly RecordColumn<ClockedFact>[] {
  const all = facts.flatMap(({ happened, known }) =>
    happened === undefined ? [known] : [happened, known],
  );
  const first = all.reduce((a, b) => (b < a ? b : a), all[0] ?? 0n);
  const last = all.reduce((a, b) => (b > a ? b : a), all[0] ?? 0n);
  const share = (time: bigint): number =>
    last === first ? 0 : Number(((time - first) * 10_000n) / (last - first)) / 100;
  return [
    {
      id: 'kind',
      title: 'What',
      width: 72,
      by: ({ kind }) => KINDS[kind],
      render: ({ kind }) => KINDS[kind],
    },
    {
      id: 'title',
      title: 'Fact',
      width: 240,
      grows: true,
      by: ({ title }) => title,
      render: ({ title }) => (
        <span className="fl-cut" title={visibleLine(title)}>
          {visibleLine(title)}
        </span>
      ),
    },
    {
      id: 'happened',
      title: 'Happened',
      width: 156,
      by: ({ happened }) => happened,
      render: ({ happened }) =>
        happened === undefined ? 'no time' : instantText(happened, 's', times),
    },
    {
      id: 'known',
      title: 'Known',
      width: 156,
      by: ({ known }) => known,
      render: ({ known }) => instantText(known, 's', times),
    },
    {
      id: 'lag',
      title: 'Known after',
      width: 104,
      align: 'end',
      by: lagOf,
      render: (fact) => {
        const lag = lagOf(fact);
        return lag === undefined ? '' : formatDuration(lag);
      },
    },
    {
      id: 'bar',
      title: 'From happened to known',
      width: 260,
      render: ({ happened, known }) =>
        happened === undefined ? (
          ''
        ) : (
          <span className="fl-clocks-bar" aria-hidden>
            <span
              className="fl-clocks-span"
              style={{
                left: `${Math.min(share(happened), share(known))}%`,
                width: `${Math.abs(share(known) - share(happened))}%`,
              }}
            />
            <span className="fl-clocks-happened" style={{ left: `${share(happened)}%` }} />
            <span className="fl-clocks-known" style={{ left: `${share(known)}%` }} />
          </span>
        ),
    },
  ];
}
