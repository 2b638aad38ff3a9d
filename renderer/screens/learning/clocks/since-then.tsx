import { useMemo } from 'react';
import type { Difference } from '#shared/learning/became-known.ts';
import { becameKnown } from '#shared/learning/became-known.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { AddIcon, FilterOutIcon, RenameIcon } from '#renderer/ui/icons.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

const ICONS = { new: AddIcon, changed: RenameIcon, gone: FilterOutIcon } as const;
const NAMES = { new: 'New', changed: 'Changed', gone: 'Gone' } as const;
const SHOWN = 200;

/** What became known, changed or was dropped between the moment and now. */
export function SinceThen({ past, now }: { readonly past: WorkState; readonly now: WorkState }) {
  const differences = useMemo(() => becameKnown(past, now), [past, now]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="fl-clocks-panel" aria-label="Became known since" tabIndex={0}>
      <h2>
        Became known since <span className="fl-faint">{countText(differences.length)}</span>
      </h2>
      {differences.length === 0 ? (
        <p className="fl-muted">Nothing. Move the handle back to see what was not known yet.</p>
      ) : (
        <ul className="fl-clocks-since">
          {differences.slice(0, SHOWN).map((difference) => (
            <DifferenceLine key={difference.key} difference={difference} />
          ))}
        </ul>
      )}
      {differences.length > SHOWN ? (
        <p className="fl-faint">and {countText(differences.length - SHOWN)} more</p>
      ) : null}
    </section>
  );
}

function DifferenceLine({ difference }: { readonly difference: Difference }) {
  const { subject, title, what, detail } = difference;
  const Picture = ICONS[what];
  return (
    <li className={`fl-clocks-${what}`}>
      <Picture size={12} strokeWidth={2} aria-label={NAMES[what]} role="img" />
      <span>
        <span className="fl-faint">{subject}</span> {visibleLine(title)}
        {detail === undefined ? '' : `: ${visibleLine(detail)}`}
      </span>
    </li>
  );
}
