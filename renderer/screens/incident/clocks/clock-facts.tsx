import { dateText, weekdayOf } from '#shared/response/clocks/civil-day.ts';
import { periodText } from '#shared/response/clocks/clock-text.ts';
import type { Clock } from '#shared/response/clocks/clock.ts';
import { NO_ADVICE, ruleOf } from '#shared/response/clocks/regimes.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { whenText } from '../when-text.ts';
import { dueWords } from './clock-columns.tsx';

/** How the time of a deadline comes about, and the rule it follows in words. */
export function ClockFacts({ clock }: { readonly clock: Clock }) {
  const times = useSettings((settings) => settings.times);
  const { deadline, beginning, due } = clock;
  const rule = ruleOf(deadline.regime);
  return (
    <>
      <section className="fl-record-block">
        <h3 className="fl-label">How it is counted</h3>
        {beginning.known ? (
          <p>
            {periodText(deadline)} from {whenText(times)(beginning.at)} (
            {visibleLine(beginning.how)}): {dueWords(clock, times)}.
            {due?.movedFrom === undefined
              ? ''
              : ` Moved from ${weekdayOf(due.movedFrom)} ${dateText(due.movedFrom)}, which is no working day.`}
          </p>
        ) : (
          <p>{visibleLine(beginning.why)}</p>
        )}
      </section>
      {rule === undefined ? null : (
        <section className="fl-record-block">
          <h3 className="fl-label">The rule</h3>
          <p>{rule.source}</p>
          <p>{rule.note}</p>
          <p className="fl-faint">{NO_ADVICE}</p>
        </section>
      )}
    </>
  );
}
