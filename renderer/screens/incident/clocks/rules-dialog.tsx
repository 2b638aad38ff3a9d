import { useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Deadline } from '#shared/records/kinds/deadline.ts';
import { periodText } from '#shared/response/clocks/clock-text.ts';
import type { RegimeRule } from '#shared/response/clocks/regime.ts';
import { NO_ADVICE, REGIMES } from '#shared/response/clocks/regimes.ts';
import { usFederalHolidays } from '#shared/response/clocks/us-federal-holidays.ts';
import { newRecordId } from '#renderer/records/record-acts.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { TimeZoneField } from '#renderer/ui/zone-field.tsx';
import { HERE } from './deadline-fields.ts';

interface RulesDialogProps {
  readonly work: Work;
  readonly deadlines: readonly Deadline[];
  readonly close: () => void;
}

const BEGINNINGS: { readonly [F in Deadline['from']]: string } = {
  aware: 'awareness',
  detected: 'detection',
  met: 'the notification',
  own: 'a time of its own',
};

/** Rules to choose from; each chosen one becomes a deadline of the case. */
export function RulesDialog({ work, deadlines, close }: RulesDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [zone, setZone] = useState(deadlines[0]?.zone ?? HERE);
  const there = new Set(deadlines.map(({ regime }) => regime));
  const choose = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const add = (): void => {
    if (chosen.size > 0) {
      const records = deadlinesOf(chosen, zone, deadlines);
      const bodies = records.map((record) => ({ kind: 'record.add', record }) as const);
      void tellDone(work, work.actAll(bodies));
    }
    close();
  };
  return (
    <FormDialog
      title="Deadlines from rules"
      size="wide"
      act={chosen.size === 0 ? 'Add' : `Add ${countOf(chosen.size, 'deadline')}`}
      onAct={add}
      disabled={chosen.size === 0}
      close={close}
    >
      <p className="fl-muted">{NO_ADVICE}</p>
      <div className="fl-rules">
        {REGIMES.map(({ id, title, rules }) => (
          <section key={id} aria-label={title}>
            <h3>{title}</h3>
            {rules.map((rule) => (
              <div key={rule.id} className="fl-rule">
                <Checkbox
                  checked={chosen.has(rule.id)}
                  disabled={there.has(rule.id)}
                  onChange={(on) => choose(rule.id, on)}
                >
                  <span>
                    {rule.title} · {periodText(rule)} from {BEGINNINGS[rule.from]}
                    {there.has(rule.id) ? ' · in the case already' : ''}
                  </span>
                </Checkbox>
                <p className="fl-muted">{rule.source}</p>
                <p className="fl-faint">{rule.note}</p>
              </div>
            ))}
          </section>
        ))}
      </div>
      <TimeZoneField
        label="Zone in which days begin and end"
        zone={zone}
        onChange={setZone}
        help="For rules whose authority has no zone of its own."
      />
    </FormDialog>
  );
}

/** One deadline for each chosen rule; what follows on another counts from the one that is there or is made now. */
function deadlinesOf(
  chosen: ReadonlySet<string>,
  zone: string,
  there: readonly Deadline[],
): readonly Deadline[] {
  const rules = REGIMES.flatMap((regime) => regime.rules).filter(({ id }) => chosen.has(id));
  const ids = new Map<string, RecordId>([
    ...there.map(({ regime, id }) => [regime, id] as const),
    ...rules.map(({ id }) => [id, newRecordId()] as const),
  ]);
  return rules.map((rule) => deadlineOf(rule, ids, zone));
}

/** An incident may be of last year, and its deadlines of the next. */
const holidaysAround = (year: number): readonly string[] =>
  [year - 1, year, year + 1].flatMap(usFederalHolidays);

function deadlineOf(rule: RegimeRule, ids: ReadonlyMap<string, RecordId>, zone: string): Deadline {
  const { title, from, count, unit, authority, until } = rule;
  const after = rule.after === undefined ? undefined : ids.get(rule.after);
  return {
    id: ids.get(rule.id) ?? newRecordId(),
    type: 'deadline',
    title,
    regime: rule.id,
    from,
    count,
    unit,
    zone: rule.zone ?? zone,
    authority,
    ...(until !== undefined && { until }),
    ...(rule.holidays !== undefined && { holidays: holidaysAround(new Date().getFullYear()) }),
    ...(after !== undefined && { after }),
  };
}
