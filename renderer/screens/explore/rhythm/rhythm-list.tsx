import { GridList, GridListItem } from 'react-aria-components';
import type { RhythmEntry } from './rhythm-entries.ts';

interface RhythmListProps {
  readonly title: string;
  readonly note: string;
  readonly entries: readonly RhythmEntry[];
  readonly onOpen: (index: number) => void;
}

/** Silences or bursts, the largest first; each opens its range. */
export function RhythmList({ title, note, entries, onOpen }: RhythmListProps) {
  return (
    <section className="fl-rhythm" aria-label={title}>
      <h2>{title}</h2>
      <p className="fl-mode-note">{note}</p>
      <GridList
        aria-label={title}
        data-region-start
        className="fl-rhythm-list"
        onAction={(key) => onOpen(entries.findIndex(({ id }) => id === key))}
      >
        {entries.map(({ id, title: name, when, detail, share }) => (
          <GridListItem
            key={id}
            id={id}
            className="fl-rhythm-item"
            textValue={`${name}, ${when}${detail === undefined ? '' : `, ${detail}`}`}
          >
            <span className="fl-stack-bar" aria-hidden>
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <strong>{name}</strong>
            <span className="fl-rhythm-when">{when}</span>
            <span className="fl-rhythm-detail">{detail}</span>
          </GridListItem>
        ))}
      </GridList>
    </section>
  );
}
