import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/number-text.ts';
import { onRowKeys } from '#renderer/ui/row-keys.ts';

interface KnownLine {
  readonly id: string;
  readonly mark?: ReactNode;
  readonly text: string;
  /** Absent for what is no longer there to be gone to. */
  readonly go?: (() => void) | undefined;
}

/** Lists of the past are to be looked over, not worked in: more than this is said as a number. */
const SHOWN = 60;

export function KnownList({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly KnownLine[];
}) {
  return (
    <section className="fl-clocks-list">
      <h3 className="fl-label">{title}</h3>
      {lines.length === 0 ? null : (
        // Its buttons have the focus and hand on the arrows.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <ul onKeyDown={onRowKeys}>
          {lines.slice(0, SHOWN).map(({ id, mark, text, go }) => (
            <li key={id}>
              {mark}
              {go === undefined ? (
                <span className="fl-cut" title={text}>
                  {text}
                </span>
              ) : (
                <Button variant="quiet" size="small" className="fl-learning-link" onPress={go}>
                  {text}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {lines.length > SHOWN ? (
        <p className="fl-faint">and {countText(lines.length - SHOWN)} more</p>
      ) : null}
    </section>
  );
}
