import type { CommandSpec } from '../command.ts';

export const BOARD_COMMANDS = [
  { id: 'board.new', name: 'New board item…', scope: 'board', keys: ['n'] },
  { id: 'board.edit', name: 'Edit the board item…', scope: 'board', keys: ['e'] },
  { id: 'board.link', name: 'Link the board item…', scope: 'board', keys: ['l'] },
  { id: 'board.event', name: 'Show the event of the board item', scope: 'board', keys: ['x'] },
  { id: 'board.remove', name: 'Take off the board', scope: 'board', keys: ['Delete'] },
  {
    id: 'board.earlier',
    name: 'Before the item of the same time',
    scope: 'board',
    keys: ['$mod+ArrowUp'],
    inPalette: false,
  },
  {
    id: 'board.later',
    name: 'After the item of the same time',
    scope: 'board',
    keys: ['$mod+ArrowDown'],
    inPalette: false,
  },
  {
    id: 'board.lane-before',
    name: 'To the phase before',
    scope: 'board',
    keys: ['Shift+ArrowLeft'],
    inPalette: false,
  },
  {
    id: 'board.lane-after',
    name: 'To the next phase',
    scope: 'board',
    keys: ['Shift+ArrowRight'],
    inPalette: false,
  },
  {
    id: 'board.close',
    name: 'Close the details',
    scope: 'board',
    keys: ['Escape'],
    inPalette: false,
  },
  { id: 'board.fit', name: 'Show the whole board', scope: 'board', keys: ['Shift+f'] },
] as const satisfies readonly CommandSpec[];
