import { useMemo } from 'react';
import { lookedForState } from '#shared/learning/sought-evidence.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { NegativeFinding } from '#shared/records/kinds/negative-finding.ts';
import { recordOf } from '#shared/work/records.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import { useRecords } from '#renderer/records/use-records.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LookedForIcon, RedoIcon } from '#renderer/ui/icons.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { LOOKED_FOR_FIELDS } from './looked-for-fields.ts';
import { lookedForColumns } from './looked-for-columns.tsx';
import { RunsOf, SearchHead } from './search-details.tsx';
import { useLookAgain } from './use-look-again.ts';

/** What was looked for, in what, and how much of it was found. */
export function LookedForView({ work }: { readonly work: Work }) {
  const times = useSettings((settings) => settings.times);
  const { data: items = [], isPending } = useRead('evidence.list', {});
  const findings = useRecords('negative-finding');
  const store = useRecordPlace('learning-looked-for');
  const looking = useLookAgain(work);
  const rows = useMemo(
    () => [...findings.values()].sort((a, b) => a.title.localeCompare(b.title, 'en')),
    [findings],
  );
  const columns = useMemo(() => lookedForColumns(items, times), [items, times]);
  const writable = work.info.readOnly === undefined;
  const due = isPending
    ? []
    : rows.filter((one) => ['stale', 'not-run'].includes(lookedForState(one, items)));
  useCommand('looked-for.rerun', () => looking.start(rows), writable && rows.length > 0);

  /** A search that says something else than before has to be made before its numbers mean anything. */
  const runWhenNew = (next: NegativeFinding): readonly [] => {
    const before = recordOf(work.log.state, 'negative-finding', next.id);
    const same = before?.query === next.query && before.from === next.from && before.to === next.to;
    if (!same) queueMicrotask(() => looking.start([next]));
    return [];
  };

  const headOf = (one: NegativeFinding) => (
    <SearchHead
      finding={one}
      items={items}
      busy={looking.progress !== undefined}
      onAgain={writable ? () => looking.start([one]) : undefined}
    />
  );
  const runsOf = (one: NegativeFinding) => <RunsOf work={work} finding={one} />;

  return (
    <RecordView
      type="negative-finding"
      label="Looked for"
      records={rows}
      fields={LOOKED_FOR_FIELDS}
      columns={columns}
      initial={() => ({
        soughtAt: instantFromMs(Date.now()),
        matched: 0,
        denominator: 0,
        evidence: [],
      })}
      more={runWhenNew}
      store={store}
      head={headOf}
      details={runsOf}
      empty={{
        icon: LookedForIcon,
        title: 'Nothing was looked for yet',
        text: 'What was looked for and not found is a result as well, as long as it says in what. In Explore, make a search and choose “Record as looked for…” in the command palette or the view menu; or press n here.',
      }}
      {...(rows.length === 0
        ? {}
        : {
            bar:
              looking.progress === undefined ? (
                writable ? (
                  <>
                    <Button icon={RedoIcon} onPress={() => runCommand('looked-for.rerun')}>
                      Look again for all
                    </Button>
                    {due.length === 0 ? null : (
                      <Button icon={RedoIcon} onPress={() => looking.start(due)}>
                        Look again for {countText(due.length)} stale
                      </Button>
                    )}
                  </>
                ) : undefined
              ) : (
                <>
                  <p className="fl-muted" role="status">
                    Looking again: {countText(looking.progress.done)} of{' '}
                    {countText(looking.progress.all)}
                  </p>
                  <Button onPress={looking.cancel}>Cancel</Button>
                </>
              ),
          })}
    />
  );
}
