import type { PressEvent } from 'react-aria-components';
import { Button as Pressable } from 'react-aria-components';
import { useState } from 'react';
import type { EventFilter, Facet } from '#shared/ipc/events.ts';
import type { FilterMode } from '#shared/query/add-filter.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { FilterOutIcon, NextIcon, OpenIcon } from '#renderer/ui/icons.ts';
import { classLook } from '#renderer/ui/marks/event-class.ts';
import { compactCount, countText } from '#renderer/ui/number-text.ts';
import { onRowKeys } from '#renderer/ui/row-keys.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { FacetPlace } from './facet-fields.ts';

interface FacetProps {
  readonly title: string;
  readonly place: FacetPlace;
  readonly filter: EventFilter;
  /** What a value is called on screen, where that is not the value itself. */
  readonly name: (value: string) => string;
  readonly onChange: (place: FacetPlace) => void;
  readonly onFilter: (value: string | undefined, mode: FilterMode) => void;
  /** Shows all values, in the stack. */
  readonly onStack: (field: string) => void;
}

const FEW = 8;
const MANY = 60;

/** One field's values among the matches, most frequent or rarest first. */
export function FacetSection({
  title,
  place,
  filter,
  name,
  onChange,
  onFilter,
  onStack,
}: FacetProps) {
  const Twist = place.open ? OpenIcon : NextIcon;
  return (
    <section className="fl-facet" aria-label={title}>
      <h2>
        <Pressable
          className="fl-facet-title"
          aria-expanded={place.open}
          onPress={() => onChange({ ...place, open: !place.open })}
        >
          <Twist size={12} aria-hidden />
          {title}
        </Pressable>
        {place.open ? (
          <Pressable
            className="fl-facet-rare"
            aria-pressed={place.rare}
            onPress={() => onChange({ ...place, rare: !place.rare })}
          >
            rare first
          </Pressable>
        ) : null}
      </h2>
      {place.open ? (
        <Values
          field={place.field}
          rare={place.rare}
          filter={filter}
          name={name}
          onFilter={onFilter}
          onStack={onStack}
        />
      ) : null}
    </section>
  );
}

interface ValuesProps extends Pick<FacetProps, 'filter' | 'name' | 'onFilter' | 'onStack'> {
  readonly field: string;
  readonly rare: boolean;
}

function Values({ field, rare, filter, name, onFilter, onStack }: ValuesProps) {
  const [more, setMore] = useState(false);
  const { data, error, isPlaceholderData } = useRead('events.facet', {
    ...filter,
    field,
    limit: more ? MANY : FEW,
    rare,
  });
  if (data === undefined) {
    return error === null ? (
      <div className="fl-facet-wait" />
    ) : (
      <p className="fl-facet-note">{failureOf(error).message}</p>
    );
  }
  const most = data.values.reduce((max, { count }) => Math.max(max, count), 1);
  return (
    // Its buttons have the focus and hand on the arrows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      className={classNames('fl-facet-values', isPlaceholderData && 'fl-facet-stale')}
      onKeyDown={onRowKeys}
    >
      {data.values.map(({ value, count }) => (
        <Value
          key={value}
          field={field}
          value={value}
          label={name(value)}
          count={count}
          share={count / most}
          onFilter={onFilter}
        />
      ))}
      {data.missing === 0 ? null : (
        <Value
          field={field}
          value={undefined}
          label="none"
          count={data.missing}
          share={0}
          onFilter={onFilter}
        />
      )}
      {data.values.length === 0 && data.missing === 0 ? (
        <li className="fl-facet-note">No matching event has one.</li>
      ) : null}
      <MoreLine facet={data} more={more} onMore={setMore} onStack={() => onStack(field)} />
    </ul>
  );
}

interface ValueProps {
  readonly field: string;
  readonly value: string | undefined;
  readonly label: string;
  readonly count: number;
  /** Of the most frequent value's count. */
  readonly share: number;
  readonly onFilter: (value: string | undefined, mode: FilterMode) => void;
}

const modeOf = ({ shiftKey, altKey }: PressEvent): FilterMode =>
  altKey ? 'not' : shiftKey ? 'also' : 'only';

function Value({ field, value, label, count, share, onFilter }: ValueProps) {
  const shown = visibleLine(label);
  return (
    <li className="fl-facet-value">
      <span className="fl-facet-share" style={{ width: `${share * 100}%` }} aria-hidden />
      <Pressable className="fl-facet-pick" onPress={(event) => onFilter(value, modeOf(event))}>
        {field === 'class' && value !== undefined ? (
          <span className={`fl-class-dot fl-class-${classLook(value).group}`} aria-hidden />
        ) : null}
        <span className={value === undefined ? 'fl-facet-none' : 'fl-facet-text'} title={shown}>
          {shown}
        </span>
        <span className="fl-facet-count">{compactCount(count)}</span>
        <span className="fl-unseen">
          {count === 1 ? 'event' : 'events'}. Only this; with Shift also this, with Alt not this
        </span>
      </Pressable>
      <IconButton
        size="small"
        className="fl-facet-not"
        icon={FilterOutIcon}
        label={`Not ${shown}`}
        onPress={() => onFilter(value, 'not')}
      />
    </li>
  );
}

interface MoreLineProps {
  readonly facet: Facet;
  readonly more: boolean;
  readonly onMore: (more: boolean) => void;
  readonly onStack: () => void;
}

function MoreLine({ facet, more, onMore, onStack }: MoreLineProps) {
  const hidden = facet.distinct - facet.values.length;
  if (hidden <= 0 && !more) return null;
  const count = `${facet.atLeast ? 'at least ' : ''}${countText(hidden)} more`;
  return (
    <li>
      {more && hidden > 0 ? (
        <Pressable className="fl-facet-more" onPress={onStack}>
          {count}: stack them all
        </Pressable>
      ) : null}
      <Pressable className="fl-facet-more" onPress={() => onMore(!more)}>
        {more ? 'Show fewer' : count}
      </Pressable>
    </li>
  );
}
