import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { GridColumn } from '#renderer/ui/grid/grid-column.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import {
  ContainerIcon,
  FileIcon,
  NextIcon,
  OpenIcon,
  UnknownFormatIcon,
  WarningIcon,
} from '#renderer/ui/icons.ts';
import { bytesText, countText, percentText } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { EvidenceRow } from './evidence-rows.ts';
import { StateCell } from './state-cell.tsx';

const ofFile =
  (show: (item: EvidenceItem) => React.ReactNode): GridColumn<EvidenceRow>['render'] =>
  (row) =>
    row.kind === 'file' ? show(row.item) : null;

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** The columns of the evidence list. */
export const evidenceColumns = (
  toggle: (row: EvidenceRow) => void,
): readonly GridColumn<EvidenceRow>[] => [
  {
    id: 'number',
    title: '#',
    width: 48,
    align: 'end',
    render: ofFile((item) => <span className="fl-faint">{item.index}</span>),
  },
  {
    id: 'name',
    title: 'Name',
    width: 240,
    least: 200,
    grows: true,
    render: (row) => <Name row={row} toggle={toggle} />,
  },
  { id: 'state', title: 'State', width: 230, least: 120, render: (row) => <StateCell row={row} /> },
  {
    id: 'size',
    title: 'Size',
    width: 84,
    align: 'end',
    render: (row) => bytesText(row.kind === 'file' ? row.item.size : row.progress.bytesTotal),
  },
  {
    id: 'events',
    title: 'Events',
    width: 92,
    align: 'end',
    render: (row) => {
      const events = row.progress?.events ?? (row.kind === 'file' ? row.item.coverage?.events : 0);
      return events === undefined || events === 0 ? '' : countText(events);
    },
  },
  {
    id: 'issues',
    title: 'Issues',
    width: 72,
    align: 'end',
    render: (row) => {
      const issues =
        row.kind === 'file' ? (row.item.coverage?.issues ?? row.progress?.issues ?? 0) : 0;
      return issues === 0 ? (
        ''
      ) : (
        <span className="fl-evidence-issues">
          <WarningIcon size={12} aria-hidden />
          {countText(issues)}
        </span>
      );
    },
  },
  {
    id: 'coverage',
    title: 'Coverage',
    width: 84,
    align: 'end',
    render: ofFile((item) =>
      item.coverage === undefined ? '' : percentText(item.coverage.fraction),
    ),
  },
  {
    id: 'format',
    title: 'Format',
    width: 190,
    least: 150,
    render: ofFile((item) => (
      <span className="fl-cut">
        {item.format ?? <span className="fl-faint">unknown</span>}
        {item.confidence === 1 ? <span className="fl-faint"> (a guess)</span> : null}
      </span>
    )),
  },
  {
    id: 'clock',
    title: 'Clock',
    width: 128,
    least: 84,
    render: ofFile((item) =>
      item.assumedZone === undefined ? null : (
        <em className="fl-cut" title="The format writes no zone; this one was assumed">
          {item.assumedZone}?
        </em>
      ),
    ),
  },
  {
    id: 'hash',
    title: 'SHA-256',
    width: 150,
    render: ofFile((item) => (
      <>
        <span className="fl-mono fl-muted" title={item.sha256}>
          {item.sha256.slice(0, 6)}…{item.sha256.slice(-6)}
        </span>
        <CopyButton text={item.sha256} label="Copy the SHA-256" inGrid />
      </>
    )),
  },
];

interface NameProps {
  readonly row: EvidenceRow;
  readonly toggle: (row: EvidenceRow) => void;
}

function Name({ row, toggle }: NameProps) {
  if (row.kind === 'coming') {
    return (
      <span className="fl-cut fl-evidence-text fl-muted" title={visibleLine(row.progress.path)}>
        {visibleLine(fileName(row.progress.path))}
      </span>
    );
  }
  const { item, level, members, expanded } = row;
  const Picture =
    item.state === 'container'
      ? ContainerIcon
      : item.format === undefined
        ? UnknownFormatIcon
        : FileIcon;
  const Twist = expanded ? OpenIcon : NextIcon;
  return (
    <>
      {level === 1 ? null : <span style={{ width: (level - 1) * 18 }} />}
      {members === undefined || members === 0 ? null : (
        <button
          type="button"
          tabIndex={-1}
          className="fl-twist"
          aria-label={expanded ? 'Hide members' : 'Show members'}
          onClick={(event) => {
            event.stopPropagation();
            toggle(row);
          }}
        >
          <Twist size={13} aria-hidden />
        </button>
      )}
      <Picture size={14} strokeWidth={1.6} className="fl-faint" aria-hidden />
      <span className="fl-cut fl-evidence-text" title={visibleLine(item.originalPath)}>
        {visibleLine(item.name)}
      </span>
    </>
  );
}
