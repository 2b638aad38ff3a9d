import type { CommandSpec } from '../command.ts';

/** Lists of records: tasks, people, decisions, entities, … */
export const RECORD_COMMANDS = [
  { id: 'records.new', name: 'New…', scope: 'records', keys: ['n'], inPalette: false },
  { id: 'records.edit', name: 'Edit…', scope: 'records', keys: ['e'], inPalette: false },
  { id: 'records.remove', name: 'Remove', scope: 'records', keys: ['Delete'], inPalette: false },
  { id: 'records.filter', name: 'Filter', scope: 'records', keys: ['$mod+f'], inPalette: false },
  {
    id: 'records.close',
    name: 'Close the details',
    scope: 'records',
    keys: ['Escape'],
    inPalette: false,
  },
] as const satisfies readonly CommandSpec[];
