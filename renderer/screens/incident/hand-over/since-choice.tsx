import { useStore } from 'zustand';
import { Segments } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useSettings } from '#renderer/state/settings.ts';
import type { IncidentPlaceStore, Since } from '../incident-place.ts';

const CHOICES = [
  { id: '8', label: '8 hours' },
  { id: '24', label: '24 hours' },
  { id: '168', label: '7 days' },
  { id: 'session', label: 'My last session' },
  { id: 'time', label: 'A time' },
] as const;
type Choice = (typeof CHOICES)[number]['id'];

const choiceOf = (since: Since): Choice => {
  if (since.kind !== 'hours') return since.kind;
  return CHOICES.find(({ id }) => id === String(since.hours))?.id ?? '8';
};

function sinceOf(choice: Choice): Since {
  switch (choice) {
    case 'session':
      return { kind: 'session' };
    case 'time':
      return { kind: 'time', text: '' };
    case '8':
    case '24':
    case '168':
      return { kind: 'hours', hours: Number(choice) };
  }
}

/** From when on the hand-over tells. */
export function SinceChoice({ store }: { readonly store: IncidentPlaceStore }) {
  const since = useStore(store, (place) => place.since);
  const times = useSettings((settings) => settings.times);
  return (
    <>
      <span className="fl-muted" aria-hidden>
        Since
      </span>
      <Segments
        label="Since"
        hideLabel
        value={choiceOf(since)}
        choices={CHOICES}
        onChange={(choice) => store.setState({ since: sinceOf(choice) })}
      />
      {since.kind === 'time' ? (
        <div className="fl-record-filter">
          <Field
            label={`Since (${times === 'utc' ? 'UTC' : 'local time'})`}
            hideLabel
            placeholder="2026-05-13 06:00"
            value={since.text}
            onChange={(text) => store.setState({ since: { kind: 'time', text } })}
            autoFocus
          />
        </div>
      ) : null}
    </>
  );
}
