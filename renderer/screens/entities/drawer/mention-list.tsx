import { useState } from 'react';
import type { Mentions } from '#shared/entities/mentions.ts';
import { RECORD_KINDS, recordTitle } from '#shared/records/record-kinds.ts';
import { showBoardItem, showFinding, showRecord } from '#renderer/state/navigation.ts';
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

const mentionsOf = ({ findings, items, records }: Mentions): readonly Mention[] => [
  ...findings.map(({ id, title }) => ({ id, noun: 'finding', title, show: () => showFinding(id) })),
  ...items.map(({ id, title }) => ({ id, noun: 'board', title, show: () => showBoardItem(id) })),
  ...records.map((record) => ({
    id: record.id,
    noun: RECORD_KINDS[record.type].noun,
    title: recordTitle(record),
    show: () => showRecord(record.type, record.id),
  })),
];

/** What names an entity: findings, items of the board, records of the case; each a way to it. */
export function MentionList({ mentions }: { readonly mentions: Mentions }) {
  const [whole, setWhole] = useState(false);
  const all = mentionsOf(mentions);
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
