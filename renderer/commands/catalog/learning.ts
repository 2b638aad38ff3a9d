import type { CommandSpec } from '../command.ts';

export const LEARNING_COMMANDS = [
  { id: 'clocks.earlier', name: 'Known before the act before', scope: 'anywhere', keys: [] },
  { id: 'clocks.later', name: 'Known after the next act', scope: 'anywhere', keys: [] },
  { id: 'causes.new', name: 'New cause…', scope: 'causes', keys: ['n'] },
  { id: 'causes.why', name: 'Why? Add a cause below…', scope: 'causes', keys: ['w'] },
  { id: 'causes.edit', name: 'Edit the cause…', scope: 'causes', keys: ['e'] },
  { id: 'causes.move', name: 'Move the cause…', scope: 'causes', keys: ['m'] },
  { id: 'causes.up', name: 'Move the cause up', scope: 'causes', keys: ['Alt+ArrowUp'] },
  { id: 'causes.down', name: 'Move the cause down', scope: 'causes', keys: ['Alt+ArrowDown'] },
  {
    id: 'causes.in',
    name: 'Let the cause answer the one before it',
    scope: 'causes',
    keys: ['Alt+Shift+ArrowRight'],
  },
  {
    id: 'causes.out',
    name: 'Let the cause stand one level higher',
    scope: 'causes',
    keys: ['Alt+Shift+ArrowLeft'],
  },
  { id: 'causes.remove', name: 'Remove the cause', scope: 'causes', keys: ['Delete'] },
  {
    id: 'causes.close',
    name: 'Close the details',
    scope: 'causes',
    keys: ['Escape'],
    inPalette: false,
  },
  { id: 'causes.print', name: 'Print the causes…', scope: 'anywhere', keys: [] },
  { id: 'attack.print', name: 'Print the techniques…', scope: 'anywhere', keys: [] },
  { id: 'attack.layer-out', name: 'Export a Navigator layer…', scope: 'anywhere', keys: [] },
  { id: 'attack.layer-in', name: 'Lay a Navigator layer over…', scope: 'anywhere', keys: [] },
  { id: 'attack.import', name: 'Carry in ATT&CK…', scope: 'anywhere', keys: [] },
  { id: 'looked-for.rerun', name: 'Look again for everything', scope: 'anywhere', keys: [] },
  {
    id: 'improvements.export',
    name: 'Export the improvements as CSV…',
    scope: 'anywhere',
    keys: [],
  },
] as const satisfies readonly CommandSpec[];
