import type { CommandSpec } from '../command.ts';

export const EVIDENCE_COMMANDS = [
  {
    id: 'evidence.toggle',
    name: 'Show or hide a container’s members',
    scope: 'evidence',
    keys: ['Space'],
    inPalette: false,
  },
  {
    id: 'evidence.close',
    name: 'Close the details',
    scope: 'evidence',
    keys: ['Escape'],
    inPalette: false,
  },
  {
    id: 'evidence.add',
    name: 'Add evidence files…',
    scope: 'evidence',
    keys: ['a'],
    inPalette: false,
  },
  { id: 'evidence.copy', name: 'Copy the file’s SHA-256', scope: 'evidence', keys: ['$mod+c'] },
  { id: 'evidence.explore', name: 'Explore this file’s events', scope: 'evidence', keys: ['e'] },
] as const satisfies readonly CommandSpec[];
