import { useMemo } from 'react';
import { useStore } from 'zustand';
import { entityGroups, entityLabel } from '#shared/entities/entity-groups.ts';
import { entityForm } from '#shared/entities/entity-key.ts';
import { exactTerm } from '#shared/entities/entity-query.ts';
import { isNoise } from '#shared/entities/noise.ts';
import { LOGONS } from '#shared/entities/relations.ts';
import { sideOf } from '#shared/entities/standing-of.ts';
import type { Logon } from '#shared/ipc/entities.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import { shownRows } from '#renderer/records/record-rows.ts';
import { RecordTable } from '#renderer/records/record-table.tsx';
import { showQuery } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useUnscrolled } from '#renderer/state/unscrolled.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { Segments, Switch } from '#renderer/ui/choice.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { GraphIcon, ProblemIcon, WorkingIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { Panes } from '#renderer/ui/panes.tsx';
import type { EntitiesPlaceStore } from '../entities-place.ts';
import { PrintButton } from '../print/print-button.tsx';
import { logonSheet } from '../print/sheets.ts';
import { RangeFields } from '../range-fields.tsx';
import { logonColumns } from './logon-columns.tsx';
import type { LogonRow } from './logon-columns.tsx';
import { MovementDrawing } from './movement-drawing.tsx';

/** Ways into hosts that are listed; a filter or a shorter time finds the others. */
const LISTED = 5_000;

/** Who moved from where to which host, in the order of time. */
export function LogonsView({ place }: { readonly place: EntitiesPlaceStore }) {
  const shown = useStore(place);
  const state = useWorkView((view) => view.state);
  const times = useSettings((settings) => settings.times);
  const store = useRecordPlace('entities-logons');
  const { filter, sort, descending, layout } = useUnscrolled(store);
  const range = {
    ...(shown.from !== undefined && { from: shown.from }),
    ...(shown.to !== undefined && { to: shown.to }),
  };
  const read = useRead('entities.logons', { ...range, limit: LISTED });
  const addresses = useRead('entities.addresses', {});
  const groups = entityGroups(state);
  const all = useMemo(() => {
    const hostOf = new Map((addresses.data ?? []).map(({ ip, host }) => [ip, host]));
    return (read.data?.logons ?? []).map((logon): LogonRow => {
      const account = { kind: 'account', value: logon.account } as const;
      const host = { kind: 'host', value: logon.host } as const;
      const source = { kind: 'ip', value: logon.source } as const;
      const from = hostOf.get(logon.source);
      const own = sideOf(state, source);
      const sourceSide =
        own === 'unknown' && from !== undefined
          ? sideOf(state, { kind: 'host', value: from })
          : own;
      return {
        ...logon,
        id: `${logon.source} ${logon.account} ${logon.host}`,
        ...(from !== undefined && { sourceHost: entityLabel(state, 'host', from) }),
        hostLabel: entityLabel(state, 'host', logon.host),
        sourceLabel: entityLabel(state, 'ip', logon.source),
        accountLabel: entityLabel(state, 'account', logon.account),
        accountSide: sideOf(state, account),
        hostSide: sideOf(state, host),
        sourceSide,
        noise:
          isNoise(account) ||
          isNoise(source) ||
          (from !== undefined && entityForm('host', from) === entityForm('host', logon.host)),
      };
    });
    // Verdicts and labels are read through the groups of entities.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [read.data, addresses.data, groups]);
  const columns = logonColumns(times);
  const kept = all.filter(
    (row) =>
      (shown.noise || !row.noise) &&
      (shown.logons === 'all' || row.accountSide === 'intruder' || row.sourceSide === 'intruder'),
  );
  const rows = shownRows(kept, columns, { filter, sort, descending });
  const open = (logon: Logon): void => showQuery(queryOf(logon), range);
  const more = (read.data?.all ?? 0) - all.length;
  return (
    <div className="fl-record-view">
      <div className="fl-record-bar">
        <div className="fl-record-filter">
          <Field
            label="Filter logons"
            hideLabel
            placeholder="Filter"
            value={filter}
            onChange={(next) => store.setState({ filter: next, cursor: 0, top: 0 })}
          />
        </div>
        <Segments
          label="Whose logons"
          hideLabel
          value={shown.logons}
          choices={[
            { id: 'all', label: 'All' },
            { id: 'intruder', label: 'The intruder’s' },
          ]}
          onChange={(logons) => place.setState({ logons })}
        />
        <RangeFields from={shown.from} to={shown.to} onChange={(next) => place.setState(next)} />
        <Switch checked={shown.noise} onChange={(noise) => place.setState({ noise })}>
          System’s own
        </Switch>
        <span className="fl-entity-count" role="status">
          {countOf(rows.length, 'way')} into hosts
          {more > 0 ? `, ${countOf(more, 'later one')} not listed` : ''}
        </span>
        <span className="fl-record-bar-rest" />
        <PrintButton sheet={() => logonSheet(rows, times)} name="logons" />
      </div>
      {read.error !== null ? (
        <EmptyState icon={ProblemIcon} title="The logons could not be read">
          {read.error.message}
        </EmptyState>
      ) : read.isPending ? (
        <EmptyState icon={WorkingIcon} title="Reading who logged on where" />
      ) : rows.length === 0 ? (
        <EmptyState icon={GraphIcon} title="No logon over the network">
          {shown.logons === 'intruder'
            ? 'None by an account or from an address that is judged to be the intruder’s or compromised. Judge them in the list.'
            : 'No event in this time tells of an account that came to a host from an address.'}
        </EmptyState>
      ) : (
        <Panes
          id="entities-logons"
          direction="vertical"
          layout={layout}
          onLayout={(next) => store.setState({ layout: next })}
          panes={[
            {
              id: 'logons',
              label: 'the logons',
              min: '120px',
              content: (
                <div className="fl-record-list">
                  <RecordTable
                    label="Logons between hosts"
                    noun="way"
                    rows={rows}
                    columns={columns}
                    store={store}
                    onOpen={open}
                  />
                </div>
              ),
            },
            {
              id: 'movement',
              label: 'the drawing',
              size: '45%',
              min: '120px',
              content: <MovementDrawing rows={rows} times={times} />,
            },
          ]}
        />
      )}
    </div>
  );
}

const queryOf = ({ source, account, host }: Logon): string =>
  [
    LOGONS,
    exactTerm(['source.ip'], [source]),
    exactTerm(['user.name'], [account]),
    exactTerm(['host.name'], [host]),
  ].join(' ');
