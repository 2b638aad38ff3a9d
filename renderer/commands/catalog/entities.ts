import type { CommandSpec } from '../command.ts';

export const ENTITIES_COMMANDS = [
  {
    id: 'entities.events',
    name: 'Show the events of the entity',
    scope: 'records',
    keys: ['x'],
    inPalette: false,
  },
  {
    id: 'entities.graph',
    name: 'Draw who stands beside the entity',
    scope: 'records',
    keys: ['v'],
    inPalette: false,
  },
  {
    id: 'entities.merge',
    name: 'Merge the entity with another…',
    scope: 'records',
    keys: ['m'],
    inPalette: false,
  },
  {
    id: 'entities.cite',
    name: 'Cite the entity in the report',
    scope: 'records',
    keys: ['c'],
    inPalette: false,
  },
] as const satisfies readonly CommandSpec[];
