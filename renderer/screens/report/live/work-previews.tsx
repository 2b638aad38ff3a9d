import { boardNumber, inOrder } from '#shared/board/board-order.ts';
import { phaseName, techniqueById } from '#shared/model/attack.ts';
import type { FindingId } from '#shared/model/ids.ts';
import { compareText } from '#shared/report/numbering.ts';
import { numberFindings } from '#shared/report/number-findings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { PreviewTable } from './preview-table.tsx';

const SHOWN = 6;

export function BoardTablePreview() {
  const board = useWorkView(({ state }) => state.board);
  const items = inOrder(board.values());
  return (
    <PreviewTable
      label="The board"
      columns={['No.', 'Time (UTC)', 'What happened', 'Phase']}
      rows={items.slice(0, SHOWN).map((item, n) => ({
        key: item.id,
        cells: [
          boardNumber(n),
          item.time === undefined ? 'no time' : shortInstantText(item.time, item.precision, 'utc'),
          visibleLine(item.title),
          phaseName(item.phase),
        ],
      }))}
      total={items.length}
      none="The board is empty. Put events on it from Explore (b)."
    />
  );
}

export function FindingsPreview() {
  const findings = useWorkView(({ state }) => state.findings);
  const numbered = numberFindings(findings.values());
  return (
    <PreviewTable
      label="Findings"
      columns={['No.', 'Finding', 'Severity', 'Status', 'Proof']}
      rows={numbered.slice(0, SHOWN).map(({ number, finding }) => ({
        key: finding.id,
        cells: [
          number,
          visibleLine(finding.title),
          finding.severity,
          finding.status,
          countOf(finding.events.length, 'event'),
        ],
      }))}
      total={numbered.length}
      none="The case has no findings. Make one from events in Explore (f)."
      note="each finding prints with its statement and proof"
    />
  );
}

export function FindingPreview({ id }: { readonly id: FindingId }) {
  const finding = useWorkView(({ state }) => state.findings.get(id));
  const numbers = useWorkView(({ state }) => state.findings);
  if (finding === undefined) {
    return <p className="fl-live-none">This finding is no longer in the case.</p>;
  }
  const number = numberFindings(numbers.values()).find((one) => one.finding.id === id)?.number;
  return (
    <div className="fl-live-finding fl-selectable">
      <p>
        <strong>
          {number} {visibleLine(finding.title)}
        </strong>
      </p>
      <p className="fl-faint">
        {finding.severity} severity · {finding.confidence} confidence · {finding.status} ·{' '}
        {countOf(finding.events.length, 'event')} as proof
      </p>
      <p>{visibleLine(finding.statement)}</p>
    </div>
  );
}

export function TechniquesPreview() {
  const board = useWorkView(({ state }) => state.board);
  const findings = useWorkView(({ state }) => state.findings);
  const standing = [...findings.values()].filter(({ status }) => status !== 'dismissed');
  const named = [...board.values(), ...standing].flatMap(({ technique }) =>
    technique === undefined || technique === '' ? [] : technique,
  );
  const ids = [...new Set(named)].sort(compareText);
  return (
    <PreviewTable
      label="Techniques"
      columns={['Technique', 'Name', 'Shown by']}
      rows={ids.slice(0, SHOWN).map((id) => ({
        key: id,
        cells: [
          visibleLine(id),
          techniqueById(id)?.name ?? 'not named here',
          countOf(named.filter((one) => one === id).length, 'item'),
        ],
      }))}
      total={ids.length}
      none="No board item or finding names an ATT&CK technique."
    />
  );
}
