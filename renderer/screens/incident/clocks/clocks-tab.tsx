import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Deadline } from '#shared/records/kinds/deadline.ts';
import type { Clock } from '#shared/response/clocks/clock.ts';
import { isOpen } from '#shared/response/clocks/clock.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ClockIcon } from '#renderer/ui/icons.ts';
import type { ClockQuestion } from './clock-acts.tsx';
import { ClockActs } from './clock-acts.tsx';
import { clockColumns } from './clock-columns.tsx';
import { ClockDialogs } from './clock-dialogs.tsx';
import { ClockFacts } from './clock-facts.tsx';
import { DEADLINE_FIELDS, HERE } from './deadline-fields.ts';

interface ClocksTabProps {
  readonly work: Work;
  /** The soonest first. */
  readonly clocks: readonly Clock[];
}

/** By when whom must be told, and how much of it is left this minute. */
export function ClocksTab({ work, clocks }: ClocksTabProps) {
  const store = useRecordPlace('incident-clocks');
  const times = useSettings((settings) => settings.times);
  const [question, ask] = useState<ClockQuestion>();
  const byId = new Map(clocks.map((clock) => [clock.deadline.id, clock]));
  const deadlines = clocks.map(({ deadline }) => deadline);
  const writable = work.info.readOnly === undefined;
  const headOf = ({ id }: Deadline): ReactNode => {
    const clock = byId.get(id);
    if (clock === undefined) return null;
    return (
      <>
        <ClockActs work={work} clock={clock} ask={ask} />
        <ClockFacts clock={clock} />
      </>
    );
  };
  const commandsOf = ({ id }: Deadline): ReactNode => {
    const clock = byId.get(id);
    return clock === undefined ? null : <MetCommand clock={clock} ask={ask} />;
  };
  return (
    <>
      <RecordView<'deadline'>
        type="deadline"
        label="Deadlines"
        records={deadlines}
        fields={DEADLINE_FIELDS}
        columns={clockColumns(byId, times)}
        initial={() => ({ regime: 'custom', from: 'aware', count: 72, unit: 'hours', zone: HERE })}
        store={store}
        empty={{
          icon: ClockIcon,
          title: 'No deadline yet',
          text: 'Laws and contracts say by when whom must be told. Choose the rules that may apply, or write down a deadline of your own; each counts from a key time of the incident.',
        }}
        bar={
          <>
            {writable ? (
              <Button onPress={() => ask({ kind: 'rules' })}>Add from rules…</Button>
            ) : null}
            <Button variant="quiet" onPress={() => ask({ kind: 'counting' })}>
              How periods are counted
            </Button>
          </>
        }
        head={headOf}
        commands={commandsOf}
      />
      <ClockDialogs
        work={work}
        deadlines={deadlines}
        question={question}
        close={() => ask(undefined)}
      />
    </>
  );
}

interface MetCommandProps {
  readonly clock: Clock;
  readonly ask: (question: ClockQuestion) => void;
}

function MetCommand({ clock, ask }: MetCommandProps) {
  useCommand('clocks.met', () => ask({ kind: 'met', deadline: clock.deadline }), isOpen(clock));
  return null;
}
