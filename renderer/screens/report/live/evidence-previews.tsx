import type { EvidenceItem } from '#shared/model/evidence.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { bytesText, countOf, countText, percentText } from '#renderer/ui/number-text.ts';
import { dateText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { PreviewTable } from './preview-table.tsx';

const SHOWN = 5;
const NO_EVIDENCE = 'No evidence yet.';

const useEvidence = (): readonly EvidenceItem[] | undefined => useRead('evidence.list', {}).data;

export function EvidencePreview() {
  const items = useEvidence();
  return (
    <PreviewTable
      label="Evidence"
      columns={['No.', 'Name', 'Size', 'SHA-256', 'Format']}
      rows={(items ?? []).slice(0, SHOWN).map((item) => ({
        key: String(item.index),
        cells: [
          String(item.index + 1),
          visibleLine(item.name),
          bytesText(item.size),
          `${item.sha256.slice(0, 12)}…`,
          item.format ?? item.state,
        ],
      }))}
      total={items?.length ?? 0}
      none={items === undefined ? 'Reading…' : NO_EVIDENCE}
    />
  );
}

export function CoveragePreview() {
  const items = useEvidence();
  return (
    <PreviewTable
      label="Coverage"
      columns={['Name', 'Records', 'Events', 'Issues', 'Accounted for']}
      rows={(items ?? []).slice(0, SHOWN).map(({ index, name, state, coverage }) => ({
        key: String(index),
        cells:
          coverage === undefined
            ? [visibleLine(name), state, '', '', '']
            : [
                visibleLine(name),
                countText(coverage.records),
                countText(coverage.events),
                countText(coverage.issues),
                percentText(coverage.fraction),
              ],
      }))}
      total={items?.length ?? 0}
      none={items === undefined ? 'Reading…' : NO_EVIDENCE}
    />
  );
}

export function CustodyPreview() {
  const { data } = useRead('ledger.list', {});
  const entries = data?.entries ?? [];
  return (
    <PreviewTable
      label="Chain of custody"
      columns={['Entry', 'When (UTC)', 'Who', 'What']}
      rows={entries.slice(0, SHOWN).map((entry) => ({
        key: String(entry.seq),
        cells: [
          String(entry.seq),
          dateText(entry.at, 'utc'),
          visibleLine(entry.actor),
          visibleLine(entry.summary),
        ],
      }))}
      total={entries.length}
      none={data === undefined ? 'Reading…' : 'The ledger has no entries.'}
      note={
        data === undefined
          ? undefined
          : `${countOf(entries.length, 'entry', 'entries')}, ${data.intact ? 'chain and signatures intact' : 'NOT INTACT'}`
      }
    />
  );
}
