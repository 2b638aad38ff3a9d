import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { entityGroups } from '#shared/entities/entity-groups.ts';
import { entityKey } from '#shared/entities/entity-key.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ComboField } from '#renderer/ui/combo-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { ProblemIcon, RehearsalIcon, WorkingIcon } from '#renderer/ui/icons.ts';
import type { EntitiesPlaceStore } from '../entities-place.ts';
import { optionsOf } from '../entity-options.ts';
import { PrintButton } from '../print/print-button.tsx';
import { rehearsalSheet } from '../print/sheets.ts';
import { TimeEntry } from '../range-fields.tsx';
import type { Entities } from '../use-entities.ts';
import { RehearsalResult } from './rehearsal-result.tsx';
import { SaveRehearsalDialog } from './save-rehearsal-dialog.tsx';
import { useRehearsal } from './use-rehearsal.ts';

interface RehearsalViewProps {
  readonly work: Work;
  readonly entities: Entities;
  readonly place: EntitiesPlaceStore;
}

const DAY = 86_400_000_000_000n;

/** What would stop if a host or account were cut off, and which ways the intruder would keep. */
export function RehearsalView({ work, entities, place }: RehearsalViewProps) {
  const { target, days, moment } = useStore(place);
  const groups = useWorkView(({ state }) => entityGroups(state));
  const times = useSettings((settings) => settings.times);
  const [saving, setSaving] = useState(false);
  const [written, setWritten] = useState(String(days));
  const whole = useRead('events.histogram', { query: '', maxBins: 1 });
  const end = moment ?? whole.data?.last;
  const range = end === undefined ? undefined : { from: end - BigInt(days) * DAY, to: end + 1n };
  const row =
    target === undefined ? undefined : entities.byId.get(entityKey(groups.canonical(target)));
  const { rehearsal, failure, labelOf } = useRehearsal(row, range);
  const options = useMemo(() => {
    const all = entities.rows.filter(
      ({ kind, noise }) => (kind === 'host' || kind === 'account') && !noise,
    );
    return optionsOf(row === undefined ? all : [row, ...all]);
  }, [entities.rows, row]);
  const goodDays = /^\d{1,4}$/.test(written.trim()) && Number(written) > 0;
  return (
    <div className="fl-record-view">
      <div className="fl-record-bar">
        <div className="fl-entity-pick">
          <ComboField
            key={row?.id ?? ''}
            label="Host or account to cut off"
            hideLabel
            options={options}
            value={row?.id}
            onChange={(id) => {
              const next = id === undefined ? undefined : entities.byId.get(id);
              if (next !== undefined) {
                place.setState({ target: { kind: next.kind, value: next.value } });
              }
            }}
            placeholder="Host or account to cut off"
          />
        </div>
        <span className="fl-entity-days">
          <Field
            label="Days before"
            hideLabel
            value={written}
            onChange={(next) => {
              setWritten(next);
              const count = Number(next);
              if (/^\d{1,4}$/.test(next.trim()) && count > 0) place.setState({ days: count });
            }}
            error={goodDays ? undefined : 'A number of days.'}
          />
          days before
        </span>
        <TimeEntry label="Moment" at={moment} onAt={(at) => place.setState({ moment: at })} />
        <span className="fl-faint">
          {moment === undefined ? 'the last event of the evidence' : ''}
        </span>
        <span className="fl-record-bar-rest" />
        {rehearsal === undefined ? null : (
          <PrintButton
            sheet={() => rehearsalSheet(rehearsal, labelOf, times)}
            name="containment-rehearsal"
          />
        )}
        {rehearsal === undefined || work.info.readOnly !== undefined ? null : (
          <Button variant="primary" onPress={() => setSaving(true)}>
            Keep with an action…
          </Button>
        )}
      </div>
      {failure !== undefined ? (
        <EmptyState icon={ProblemIcon} title="It could not be rehearsed">
          {failure.message}
        </EmptyState>
      ) : row === undefined ? (
        <EmptyState icon={RehearsalIcon} title="Choose what would be cut off">
          Before a host is isolated or an account disabled: who and what used it in the evidence,
          what of that is the intruder’s, and which ways the intruder would keep. Nothing is done to
          any system.
        </EmptyState>
      ) : range === undefined ? (
        <EmptyState icon={RehearsalIcon} title="No event has a time">
          Write the moment from which the days are counted back.
        </EmptyState>
      ) : rehearsal === undefined ? (
        <EmptyState icon={WorkingIcon} title="Counting who depended on it" />
      ) : (
        <RehearsalResult rehearsal={rehearsal} labelOf={labelOf} />
      )}
      {saving && rehearsal !== undefined && row !== undefined ? (
        <SaveRehearsalDialog
          work={work}
          row={row}
          rehearsal={rehearsal}
          labelOf={labelOf}
          close={() => setSaving(false)}
        />
      ) : null}
    </div>
  );
}
