import { useRef, useState } from 'react';
import { Button as Pressable } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Condition } from '#shared/query/conditions.ts';
import { conditionsOf, isNegated, joined, negated, placeOf } from '#shared/query/conditions.ts';
import { keysOf } from '#renderer/commands/catalog.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { useScopeKeys } from '#renderer/commands/use-keys.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import {
  CloseIcon,
  RenameIcon,
  FilterOutIcon,
  RefusedIcon,
  RemoveIcon,
} from '#renderer/ui/icons.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { visit } from '../view.ts';

interface ConditionChipsProps {
  readonly store: ExplorePlaceStore;
  /** Puts the cursor on a part of the query in the bar. */
  readonly onEdit: (place: { readonly from: number; readonly to: number }) => void;
  readonly focusList: () => void;
}

/** The conditions of the query in force, each to be set aside, turned around, edited or removed. */
export function ConditionChips({ store, onEdit, focusList }: ConditionChipsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const view = useStore(store, (place) => place.history.view);
  const conditions = conditionsOf(view);
  const [entry, setEntry] = useState(0);
  useScopeKeys('conditions', bar);

  const focusChip = (index: number): void => {
    const chips = bar.current?.querySelectorAll<HTMLElement>('[data-condition]');
    const chip = chips?.[Math.min(index, chips.length - 1)];
    if (chip === undefined) focusList();
    else chip.focus();
  };
  const put = (next: readonly Condition[], index: number): void => {
    store.setState(({ history }) => ({ history: visit(history, joined(next)) }));
    // Once the chips are drawn anew, and a menu that was used for it has given the focus back.
    requestAnimationFrame(() => focusChip(index));
  };
  const change = (index: number, how: (condition: Condition) => Condition): void =>
    put(
      conditions.map((one, at) => (at === index ? how(one) : one)),
      index,
    );
  const acts: ChipActs = {
    turn: (index) => change(index, (one) => ({ ...one, inForce: !one.inForce })),
    negate: (index) => change(index, negated),
    remove: (index) =>
      put(
        conditions.filter((_, at) => at !== index),
        index,
      ),
    edit: (index) => {
      const brought = conditions.map((one, at) => (at === index ? { ...one, inForce: true } : one));
      const { query } = joined(brought);
      store.setState(({ history }) => ({ history: visit(history, joined(brought)) }));
      const n = brought.slice(0, index).filter(({ inForce }) => inForce).length;
      onEdit(placeOf(query, n));
    },
  };
  const onFocused = (act: (index: number) => void): void => {
    const chip = document.activeElement;
    const index = chip instanceof HTMLElement ? chip.dataset['condition'] : undefined;
    if (index !== undefined) act(Number(index));
  };
  const step = (by: 1 | -1) => (index: number) =>
    focusChip(Math.max(0, Math.min(conditions.length - 1, index + by)));
  useCommand('conditions.previous', () => onFocused(step(-1)));
  useCommand('conditions.next', () => onFocused(step(1)));
  useCommand('conditions.off', () => onFocused(acts.turn));
  useCommand('conditions.negate', () => onFocused(acts.negate));
  useCommand('conditions.edit', () => onFocused(acts.edit));
  useCommand('conditions.remove', () => onFocused(acts.remove));
  useCommand('conditions.leave', focusList);

  return (
    <div ref={bar} className="fl-chips-frame">
      {conditions.length === 0 ? null : (
        <div className="fl-chips" role="toolbar" aria-label="Conditions of the query">
          {conditions.map((condition, index) => (
            // Two chips may say the same, and one keeps the focus while its text changes.
            <Chip
              key={index}
              condition={condition}
              index={index}
              entry={index === Math.min(entry, conditions.length - 1)}
              onEntry={setEntry}
              acts={acts}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface ChipActs {
  readonly turn: (index: number) => void;
  readonly negate: (index: number) => void;
  readonly remove: (index: number) => void;
  readonly edit: (index: number) => void;
}

interface ChipProps {
  readonly condition: Condition;
  readonly index: number;
  /** Where Tab comes in. */
  readonly entry: boolean;
  readonly onEntry: (index: number) => void;
  readonly acts: ChipActs;
}

function Chip({ condition, index, entry, onEntry, acts }: ChipProps) {
  const { inForce } = condition;
  const not = isNegated(condition);
  const text = visibleLine(condition.text);
  return (
    <span className={classNames('fl-chip', !inForce && 'fl-chip-off', not && 'fl-chip-not')}>
      <Menu
        label={text}
        trigger={
          <Pressable
            className="fl-chip-text"
            data-condition={index}
            excludeFromTabOrder={!entry}
            onFocus={() => onEntry(index)}
          >
            {not ? (
              <>
                <span className="fl-chip-word">not</span> {text.slice(4)}
              </>
            ) : (
              text
            )}
            {inForce ? null : <span className="fl-unseen">, set aside</span>}
          </Pressable>
        }
        groups={[
          {
            id: 'condition',
            entries: [
              {
                id: 'off',
                label: inForce ? 'Set aside' : 'Bring back',
                icon: RefusedIcon,
                keys: keysOf('conditions.off'),
                run: () => acts.turn(index),
              },
              {
                id: 'not',
                label: not ? 'Only what fits it' : 'All but what fits it',
                icon: FilterOutIcon,
                keys: keysOf('conditions.negate'),
                run: () => acts.negate(index),
              },
              {
                id: 'edit',
                label: 'Edit in the query',
                icon: RenameIcon,
                keys: keysOf('conditions.edit'),
                run: () => acts.edit(index),
              },
              {
                id: 'remove',
                label: 'Remove',
                icon: RemoveIcon,
                keys: keysOf('conditions.remove'),
                run: () => acts.remove(index),
              },
            ],
          },
        ]}
      />
      <IconButton
        size="small"
        className="fl-chip-remove"
        icon={CloseIcon}
        label={`Remove ${text}`}
        excludeFromTabOrder
        onPress={() => acts.remove(index)}
      />
    </span>
  );
}
