import type { Deadline } from '#shared/records/kinds/deadline.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { Clock } from '#shared/response/clocks/clock.ts';
import { isOpen } from '#shared/response/clocks/clock.ts';
import { editRecord } from '#renderer/records/record-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ClockMark } from './clock-mark.tsx';

export type ClockQuestion =
  | { readonly kind: 'met' | 'waive' | 'edit'; readonly deadline: Deadline }
  | { readonly kind: 'key-time'; readonly name: 'aware' | 'detected' }
  | { readonly kind: 'rules' | 'counting' };

interface ClockActsProps {
  readonly work: Work;
  readonly clock: Clock;
  readonly ask: (question: ClockQuestion) => void;
}

/** Marks a deadline as met at this minute. */
export function metNow(work: Work, deadline: Deadline): void {
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  editRecord(work, {
    type: 'deadline',
    record: deadline.id,
    change: { metAt: instantFromMs(minute) },
  });
}

/** Where a deadline stands, and what can be done about it. */
export function ClockActs({ work, clock, ask }: ClockActsProps) {
  const { deadline, beginning } = clock;
  const reopen = (): void =>
    editRecord(work, {
      type: 'deadline',
      record: deadline.id,
      change: {
        ...(deadline.metAt !== undefined && { metAt: null }),
        ...(deadline.waivedBecause !== undefined && { waivedBecause: null }),
      },
    });
  const missing = beginning.known ? undefined : beginning.missing;
  return (
    <>
      <p>
        <ClockMark clock={clock} />
      </p>
      {work.info.readOnly !== undefined ? null : (
        <div className="fl-clock-acts">
          {isOpen(clock) ? (
            <>
              <Button size="small" variant="primary" onPress={() => metNow(work, deadline)}>
                Met now
              </Button>
              <Button size="small" keys="m" onPress={() => ask({ kind: 'met', deadline })}>
                Met at…
              </Button>
              <Button size="small" onPress={() => ask({ kind: 'waive', deadline })}>
                Waive…
              </Button>
              {missing === 'aware' || missing === 'detected' ? (
                <Button size="small" onPress={() => ask({ kind: 'key-time', name: missing })}>
                  Set the key time…
                </Button>
              ) : missing === undefined ? null : (
                <Button size="small" onPress={() => ask({ kind: 'edit', deadline })}>
                  Say from when it counts…
                </Button>
              )}
            </>
          ) : (
            <Button size="small" onPress={reopen}>
              Open again
            </Button>
          )}
        </div>
      )}
    </>
  );
}
