import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useCommand } from '#renderer/commands/registry.ts';
import { SearchIcon } from '#renderer/ui/icons.ts';
import { Keys } from '#renderer/ui/keys.tsx';
import { Highlighted } from './highlighted.tsx';
import { paletteMatches } from './palette-matches.ts';
import type { PaletteMatch } from './palette-matches.ts';
import { usePaletteEntries } from './palette-entries.ts';
import './palette.css';

/** Ctrl K: search the events, run a command, change to another case, open a saved view. `>` lists commands alone. */
export function Palette() {
  const [open, setOpen] = useState(false);
  useCommand('app.palette', () => setOpen(true));
  return (
    <ModalOverlay
      className="fl-veil fl-palette-veil"
      isDismissable
      isOpen={open}
      onOpenChange={setOpen}
    >
      <Modal className="fl-dialog fl-palette">
        <Dialog className="fl-palette-body" aria-label="Command palette">
          <PaletteList close={() => setOpen(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteList({ close }: { readonly close: () => void }) {
  const [typed, setTyped] = useState('');
  const entries = usePaletteEntries(typed);
  const onlyCommands = typed.startsWith('>');
  const pool = onlyCommands ? entries.filter(({ group }) => group === 'Commands') : entries;
  const search = pool.filter(({ group }) => group === 'Search');
  const rest = pool.filter(({ group }) => group !== 'Search');
  const matches = [
    ...paletteMatches(rest, typed.replace(/^>/, '')),
    ...search.map((entry): PaletteMatch => ({ entry, ranges: [] })),
  ];
  const groups = [...new Set(matches.map(({ entry }) => entry.group))];
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField className="fl-palette-field" aria-label="Search or command" autoFocus>
        <SearchIcon size={16} strokeWidth={1.75} aria-hidden />
        <Input className="fl-palette-input" placeholder="Search events, or type a command" />
      </SearchField>
      <Menu
        className="fl-palette-list"
        aria-label="What can be done"
        renderEmptyState={() => <p className="fl-palette-none">Nothing is called that.</p>}
      >
        {groups.map((group) => (
          <MenuSection key={group} id={group}>
            <Header className="fl-menu-title">{group}</Header>
            {matches
              .filter(({ entry }) => entry.group === group)
              .map(({ entry, ranges }) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  className="fl-menu-item"
                  textValue={entry.label}
                  onAction={() => {
                    close();
                    entry.run();
                  }}
                >
                  <span className="fl-menu-label">
                    <Highlighted text={entry.label} ranges={ranges} />
                  </span>
                  {entry.detail === undefined ? null : (
                    <span className="fl-menu-detail">{entry.detail}</span>
                  )}
                  {entry.keys === undefined ? null : <Keys keys={entry.keys} />}
                </MenuItem>
              ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}
