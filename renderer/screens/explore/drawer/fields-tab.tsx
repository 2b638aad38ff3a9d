import { useState } from 'react';
import type { EventDetail } from '#shared/model/event.ts';
import { Fact } from '#renderer/ui/fact.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { visibleText } from '#renderer/ui/visible-text.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { flatFields } from './flat-fields.ts';
import { ValueActs } from './value-acts.tsx';

interface FieldsTabProps {
  readonly store: ExplorePlaceStore;
  readonly detail: EventDetail;
}

const SEARCH_FROM = 12;

/** Every field under the format's own name. */
export function FieldsTab({ store, detail }: FieldsTabProps) {
  const [wanted, setWanted] = useState('');
  const all = flatFields(detail.fields);
  const needle = wanted.trim().toLowerCase();
  const shown = all.filter(
    ({ name, text }) => name.toLowerCase().includes(needle) || text.toLowerCase().includes(needle),
  );
  if (all.length === 0) {
    return <p className="fl-tab-text fl-muted">The record has no fields beyond those on Event.</p>;
  }
  return (
    <>
      {all.length < SEARCH_FROM ? null : (
        <div className="fl-fields-find">
          <Field
            label="Find a field"
            hideLabel
            value={wanted}
            onChange={setWanted}
            placeholder="Find in names and values"
          />
        </div>
      )}
      <dl className="fl-facts">
        {shown.map(({ name, text, single }, index) => (
          <Fact
            key={`${name} ${String(index)}`}
            name={name}
            acts={single ? <ValueActs store={store} field={name} value={text} /> : undefined}
          >
            <span className={single ? 'fl-evidence-text' : 'fl-evidence-text fl-faint'}>
              {visibleText(text)}
            </span>
          </Fact>
        ))}
      </dl>
    </>
  );
}
