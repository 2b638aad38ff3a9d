import type { CommandSpec } from '../command.ts';

export const FINDINGS_COMMANDS = [
  { id: 'findings.new', name: 'New finding by hand…', scope: 'findings', keys: ['n'] },
  { id: 'findings.edit', name: 'Edit the finding…', scope: 'findings', keys: ['e'] },
  { id: 'findings.confirm', name: 'Confirm the finding', scope: 'findings', keys: ['y'] },
  { id: 'findings.dismiss', name: 'Dismiss the finding…', scope: 'findings', keys: ['d'] },
  { id: 'findings.reopen', name: 'Open the finding again', scope: 'findings', keys: ['o'] },
  { id: 'findings.cite', name: 'Cite events in the finding…', scope: 'findings', keys: ['c'] },
  { id: 'findings.board', name: 'Put the finding on the board', scope: 'findings', keys: ['b'] },
  {
    id: 'findings.event',
    name: 'Show the first event of the finding',
    scope: 'findings',
    keys: ['x'],
  },
  { id: 'findings.remove', name: 'Remove the finding', scope: 'findings', keys: ['Delete'] },
  {
    id: 'findings.close',
    name: 'Close the details',
    scope: 'findings',
    keys: ['Escape'],
    inPalette: false,
  },
] as const satisfies readonly CommandSpec[];
