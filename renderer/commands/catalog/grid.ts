import type { CommandSpec } from '../command.ts';

/** Moving in any list of rows. */
export const GRID_COMMANDS = [
  { id: 'grid.next', name: 'Next row', scope: 'grid', keys: ['j', 'ArrowDown'], inPalette: false },
  {
    id: 'grid.previous',
    name: 'Previous row',
    scope: 'grid',
    keys: ['k', 'ArrowUp'],
    inPalette: false,
  },
  {
    id: 'grid.next-column',
    name: 'Next column',
    scope: 'grid',
    keys: ['ArrowRight'],
    inPalette: false,
  },
  {
    id: 'grid.previous-column',
    name: 'Previous column',
    scope: 'grid',
    keys: ['ArrowLeft'],
    inPalette: false,
  },
  {
    id: 'grid.extend-down',
    name: 'Extend the selection down',
    scope: 'grid',
    keys: ['Shift+ArrowDown', 'Shift+j'],
    inPalette: false,
  },
  {
    id: 'grid.extend-up',
    name: 'Extend the selection up',
    scope: 'grid',
    keys: ['Shift+ArrowUp', 'Shift+k'],
    inPalette: false,
  },
  {
    id: 'grid.page-down',
    name: 'One screen down',
    scope: 'grid',
    keys: ['PageDown'],
    inPalette: false,
  },
  { id: 'grid.page-up', name: 'One screen up', scope: 'grid', keys: ['PageUp'], inPalette: false },
  {
    id: 'grid.first',
    name: 'First row',
    scope: 'grid',
    keys: ['Home', '$mod+Home'],
    inPalette: false,
  },
  { id: 'grid.last', name: 'Last row', scope: 'grid', keys: ['End', '$mod+End'], inPalette: false },
  { id: 'grid.sort', name: 'Sort by this column', scope: 'grid', keys: ['Shift+s'] },
  { id: 'grid.open', name: 'Open the details', scope: 'grid', keys: ['Enter'], inPalette: false },
] as const satisfies readonly CommandSpec[];
