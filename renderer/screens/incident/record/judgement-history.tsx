import { useMemo } from 'react';
import { judgementsOf } from '#shared/response/incident-history.ts';
import { judgedWord } from '#shared/response/incident-words.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';

interface JudgementHistoryProps {
  readonly work: Work;
  readonly onChange: (() => void) | undefined;
}

const FIELD_WORDS = { severity: 'Severity', status: 'Status', tlp: 'Marking' } as const;

/** How severity, status and marking were judged over time, newest first: read from the log, who, when it was known, why. */
export function JudgementHistory({ work, onChange }: JudgementHistoryProps) {
  const version = useWorkView((view) => view.version);
  const analysts = useWorkView(({ state }) => state.analysts);
  const times = useSettings((settings) => settings.times);
  const judgements = useMemo(
    () => judgementsOf(work.log.ops, (id) => work.log.counts(id)).toReversed(),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the log is read anew when its version moves
    [work, version],
  );
  return (
    <section className="fl-judgements" aria-label="History of severity and status">
      <header>
        <h2>Severity and status</h2>
        {onChange === undefined ? null : (
          <Button size="small" onPress={onChange}>
            Change…
          </Button>
        )}
      </header>
      {judgements.length === 0 ? (
        <p className="fl-faint">
          Not judged yet. Each change is kept here with who made it, when it was known and why.
        </p>
      ) : (
        <ol>
          {judgements.map(({ op, field, from, to, analyst, at, reason }) => (
            <li key={`${op} ${field}`}>
              <p>
                <span className="fl-faint">{FIELD_WORDS[field]} </span>
                <del>{judgedWord(field, from)}</del> → <strong>{judgedWord(field, to)}</strong>
              </p>
              {reason === undefined ? null : (
                <p className="fl-judgement-why">{visibleText(reason)}</p>
              )}
              <p className="fl-faint">
                {visibleLine(analysts.get(analyst)?.name ?? analyst)} ·{' '}
                {instantText(at, 's', times)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
