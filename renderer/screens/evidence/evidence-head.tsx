import { useStore } from 'zustand';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { isRunning } from '#renderer/state/jobs.ts';
import { useJobsStore } from '#renderer/state/jobs-context.tsx';
import { useCase } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { AddIcon, FolderIcon, OpenIcon, VerifyIcon } from '#renderer/ui/icons.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { bytesText, countOf, countText, percentText } from '#renderer/ui/number-text.ts';
import type { EvidencePlaceStore } from './evidence-place.ts';
import { wantsAttention } from './evidence-rows.ts';

interface EvidenceHeadProps {
  readonly items: readonly EvidenceItem[];
  readonly store: EvidencePlaceStore;
}

export function EvidenceHead({ items, store }: EvidenceHeadProps) {
  const filter = useStore(store, (place) => place.filter);
  const { readOnly } = useCase();
  const { jobs } = useStore(useJobsStore().store);
  const verifying = jobs.some((job) => job.kind === 'verify' && isRunning(job));
  const attention = items.filter(wantsAttention).length;
  return (
    <header className="fl-screen-head">
      <h1>Evidence</h1>
      <p className="fl-evidence-sum">{summary(items)}</p>
      {attention === 0 && filter === 'all' ? null : (
        <Segments
          label="Show"
          hideLabel
          value={filter}
          choices={[
            { id: 'all', label: 'All' },
            { id: 'attention', label: `Needs a look (${countText(attention)})` },
          ]}
          onChange={(next) => store.setState({ filter: next, top: 0, cursor: 0 })}
        />
      )}
      <Button icon={VerifyIcon} isDisabled={verifying} onPress={() => runCommand('case.verify')}>
        {verifying ? 'Verifying…' : 'Verify all'}
      </Button>
      {readOnly === undefined ? (
        <Menu
          label="Add evidence"
          placement="bottom end"
          trigger={
            <Button variant="primary" icon={AddIcon}>
              <span className="fl-add">
                Add <OpenIcon size={12} aria-hidden />
              </span>
            </Button>
          }
          groups={[
            {
              id: 'add',
              entries: [
                {
                  id: 'files',
                  label: 'Files…',
                  icon: AddIcon,
                  run: () => runCommand('evidence.add-files'),
                },
                {
                  id: 'folder',
                  label: 'A folder…',
                  icon: FolderIcon,
                  run: () => runCommand('evidence.add-folder'),
                },
              ],
            },
          ]}
        />
      ) : null}
    </header>
  );
}

/** How much, and how much of it is accounted for. */
function summary(items: readonly EvidenceItem[]): string {
  const parsed = items.flatMap(({ size, coverage }) =>
    coverage === undefined ? [] : [{ size, ...coverage }],
  );
  const bytes = items
    .filter(({ parent }) => parent === undefined)
    .reduce((sum, { size }) => sum + size, 0);
  const events = parsed.reduce((sum, one) => sum + one.events, 0);
  const total = parsed.reduce((sum, one) => sum + one.size, 0);
  const explained = parsed.reduce((sum, one) => sum + one.size - one.bytes.unexplained, 0);
  const parts = [countOf(items.length, 'file'), bytesText(bytes), countOf(events, 'event')];
  if (total > 0) parts.push(`${percentText(explained / total)} of parsed bytes accounted for`);
  return parts.join(' · ');
}
