import { useState } from 'react';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/number-text.ts';
import { ActivityRow } from './activity-row.tsx';
import type { ActRow } from './activity-rows.ts';

/** Acts shown at first, and more each time. */
const STEP = 200;

interface ActivityListProps {
  readonly work: Work;
  readonly rows: readonly ActRow[];
}

/** Newest first. */
export function ActivityList({ work, rows }: ActivityListProps) {
  const [shown, setShown] = useState(STEP);
  const times = useSettings((settings) => settings.times);
  const [now] = useState(() => Date.now());
  const older = rows.length - shown;
  return (
    <section className="fl-activity-scroll" aria-label="Acts, newest first">
      <ol>
        {rows.slice(0, shown).map((row, index) => (
          <li key={row.id} className="fl-act" aria-setsize={rows.length} aria-posinset={index + 1}>
            <ActivityRow work={work} row={row} times={times} now={now} />
          </li>
        ))}
      </ol>
      {older > 0 ? (
        <div className="fl-activity-more">
          <Button onPress={() => setShown(shown + STEP)}>
            Show {countText(Math.min(STEP, older))} of {countText(older)} older
          </Button>
        </div>
      ) : null}
    </section>
  );
}
