import { useState } from 'react';
import { formatInstant } from '#shared/model/time.ts';
import type { Instant } from '#shared/model/time.ts';
import { MOMENT_TITLES } from '#shared/work/describe.ts';
import { MOMENTS } from '#shared/work/op.ts';
import type { MomentName } from '#shared/work/op.ts';
import type { Moment } from '#shared/work/work-state.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { Field } from '#renderer/ui/field.tsx';
import { parseTimeInput } from '#renderer/ui/time-input.ts';

/** The times of the incident that people know: typed here, or marked on the board. */
export function MomentsForm({ work }: { readonly work: Work }) {
  const moments = useWorkView(({ state }) => state.moments);
  return (
    <fieldset className="fl-moments">
      <legend>
        <h3>Times of the incident</h3>
      </legend>
      {MOMENTS.map((name) => {
        const moment = moments.get(name);
        return (
          <MomentField
            key={`${name} ${moment?.op ?? ''}`}
            work={work}
            name={name}
            moment={moment}
          />
        );
      })}
    </fieldset>
  );
}

interface MomentFieldProps {
  readonly work: Work;
  readonly name: MomentName;
  readonly moment: Moment | undefined;
}

function MomentField({ work, name, moment }: MomentFieldProps) {
  const display = useSettings((settings) => settings.times);
  const shown =
    moment?.at === undefined
      ? ''
      : formatInstant(moment.at as Instant, 's')
          .replace('T', ' ')
          .replace('Z', ' UTC');
  const [text, setText] = useState(shown);
  const instant =
    text.trim() === '' ? undefined : parseTimeInput(text.replace(/ UTC$/, 'Z'), display);
  const wrong = text.trim() !== '' && instant === undefined;
  const commit = (): void => {
    if (wrong || text === shown) return;
    if (text.trim() === '') {
      void tellDone(work, work.act({ kind: 'moment.mark', moment: name }));
    } else if (instant !== undefined) {
      void tellDone(work, work.act({ kind: 'moment.mark', moment: name, at: instant }));
    }
  };
  const title = capital(MOMENT_TITLES[name]);
  return (
    <div onBlur={commit}>
      <Field
        label={title}
        value={text}
        onChange={setText}
        onEnter={commit}
        placeholder={
          moment?.event === undefined ? '2026-05-12 09:12' : 'the time of an event on the board'
        }
        disabled={work.info.readOnly !== undefined}
        error={wrong ? 'Write it as 2026-05-12 09:12, with Z or +02:00 for a zone.' : undefined}
      />
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
