import { useMemo, useState } from 'react';
import type { Mentions } from '#shared/entities/mentions.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { RECORD_KINDS, recordTitle } from '#shared/records/record-kinds.ts';
import { namingSections } from '#shared/report/naming-sections.ts';
import type { NamingSection } from '#shared/report/naming-sections.ts';
import {
  showBoardItem,
  showFinding,
  showRecord,
  showReportSection,
} from '#renderer/state/navigation.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface Mention {
  readonly id: string;
  readonly noun: string;
  readonly title: string;
  readonly show: () => void;
}

/** So many are listed until the rest is asked for. */
const SHOWN = 12;

const mentionsOf = (
  { findings, items, records }: Mentions,
  sections: readonly NamingSection[],
): readonly Mention[] => [
  ...sections.map(({ report, section, title }) => ({
    id: `${report} ${section}`,
    noun: 'report',
    title,
    show: () => showReportSection(report, section),
  })),
  ...findings.map(({ id, title }) => ({ id, noun: 'finding', title, show: () => showFinding(id) })),
  ...items.map(({ id, title }) => ({ id, noun: 'board', title, show: () => showBoardItem(id) })),
  ...records.map((record) => ({
    id: record.id,
    noun: RECORD_KINDS[record.type].noun,
    title: recordTitle(record),
    show: () => showRecord(record.type, record.id),
  })),
];

interface MentionListProps {
  readonly mentions: Mentions;
  /** Absent where nothing was said of the entity. */
  readonly record: RecordId | undefined;
}

/** What names an entity: reports, findings, items of the board, records of the case; each a way to it. */
export function MentionList({ mentions, record }: MentionListProps) {
  const [whole, setWhole] = useState(false);
  const reports = useWorkView(({ state }) => state.reports);
  const records = useWorkView(({ state }) => state.records);
  const sections = useMemo(
    () => (record === undefined ? [] : namingSections({ reports, records }, record)),
    [reports, records, record],
  );
  const all = mentionsOf(mentions, sections);
  if (all.length === 0) return null;
  const shown = whole ? all : all.slice(0, SHOWN);
  return (
    <section className="fl-record-block" aria-label="Where it is named">
      <h3 className="fl-label">Named in</h3>
      <ul className="fl-entity-mentions">
        {shown.map(({ id, noun, title, show }) => (
          <li key={`${noun} ${id}`}>
            <span className="fl-faint">{noun}</span>
            <Button size="small" variant="quiet" className="fl-entity-mention" onPress={show}>
              {visibleLine(title)}
            </Button>
          </li>
        ))}
      </ul>
      {all.length <= shown.length ? null : (
        <Button size="small" onPress={() => setWhole(true)}>
          Show all {all.length}
        </Button>
      )}
    </section>
  );
}
