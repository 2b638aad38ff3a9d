import { useStore } from 'zustand';
import { techniqueLabel } from '#shared/model/attack.ts';
import type { Finding } from '#shared/model/finding.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments, Select } from '#renderer/ui/choice.tsx';
import { AddIcon, CloseIcon } from '#renderer/ui/icons.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { GROUPINGS, STATUS_NAMES, STATUSES } from './finding-rows.ts';
import type { FindingsPlaceStore } from './findings-place.ts';

interface FindingsHeadProps {
  readonly findings: readonly Finding[];
  readonly store: FindingsPlaceStore;
  readonly readOnly: boolean;
}

const GROUP_NAMES = {
  none: 'Not grouped',
  technique: 'By technique',
  status: 'By status',
} as const;

export function FindingsHead({ findings, store, readOnly }: FindingsHeadProps) {
  const { view, group, status, technique } = useStore(store);
  const sum = STATUSES.map((one) => {
    const count = findings.filter((finding) => finding.status === one).length;
    return `${countText(count)} ${STATUS_NAMES[one].toLowerCase()}`;
  });
  return (
    <header className="fl-screen-head">
      <h1>Findings</h1>
      <p className="fl-findings-sum">{findings.length === 0 ? '' : sum.join(' · ')}</p>
      {findings.length === 0 ? null : (
        <>
          {technique === undefined ? null : (
            <Button
              icon={CloseIcon}
              aria-label={`Findings of any technique, not only ${technique}`}
              onPress={() => store.setState({ technique: undefined })}
            >
              {techniqueLabel(technique)}
            </Button>
          )}
          {view === 'techniques' ? null : (
            <>
              <Select
                label="Status"
                hideLabel
                value={status}
                choices={[
                  { id: 'all', label: 'Any status' },
                  ...STATUSES.map((id) => ({ id, label: STATUS_NAMES[id] })),
                ]}
                onChange={(next) => store.setState({ status: next, cursor: 0, top: 0 })}
              />
              <Select
                label="Group"
                hideLabel
                value={group}
                choices={GROUPINGS.map((id) => ({ id, label: GROUP_NAMES[id] }))}
                onChange={(next) => store.setState({ group: next, cursor: 0, top: 0 })}
              />
            </>
          )}
          <Segments
            label="View"
            hideLabel
            value={view}
            choices={[
              { id: 'list', label: 'List' },
              { id: 'techniques', label: 'Techniques' },
            ]}
            onChange={(next) => store.setState({ view: next })}
          />
        </>
      )}
      {readOnly || findings.length === 0 ? null : <NewFindingButton />}
    </header>
  );
}

export const NewFindingButton = () => (
  <Button variant="primary" icon={AddIcon} onPress={() => runCommand('findings.new')}>
    New finding…
  </Button>
);
