import type { ReactElement } from 'react';
import {
  Header,
  Menu as MenuList,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components';
import type { Icon } from './icons.ts';
import { DoneIcon } from './icons.ts';
import { Keys } from './keys.tsx';
import './menu.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: Icon;
  readonly keys?: string | undefined;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly run: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

interface MenuProps {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top end';
}

export function Menu({ label, trigger, groups, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="fl-floating" placement={placement} offset={4}>
        <MenuList className="fl-menu" aria-label={label}>
          {groups.map((group) => (
            <MenuSection key={group.id} id={group.id} aria-label={group.title ?? label}>
              {group.title === undefined ? null : (
                <Header className="fl-menu-title">{group.title}</Header>
              )}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </MenuList>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const Picture = entry.checked === true ? DoneIcon : entry.icon;
  return (
    <MenuItem
      id={entry.id}
      className="fl-menu-item"
      textValue={entry.checked === true ? `${entry.label}, chosen` : entry.label}
      isDisabled={entry.disabled ?? false}
      onAction={entry.run}
    >
      <span className="fl-menu-icon" aria-hidden>
        {Picture === undefined ? null : <Picture size={14} strokeWidth={1.75} />}
      </span>
      <Text slot="label" className="fl-menu-label">
        {entry.label}
      </Text>
      {entry.detail === undefined ? null : (
        <Text slot="description" className="fl-menu-detail">
          {entry.detail}
        </Text>
      )}
      {entry.keys === undefined ? null : <Keys keys={entry.keys} />}
    </MenuItem>
  );
}
