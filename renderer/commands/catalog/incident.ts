import type { CommandSpec } from '../command.ts';

export const INCIDENT_COMMANDS = [
  {
    id: 'incident.judge',
    name: 'Change severity or status of the incident…',
    scope: 'anywhere',
    keys: [],
  },
  { id: 'incident.decision', name: 'Record a decision…', scope: 'anywhere', keys: [] },
  {
    id: 'incident.communication',
    name: 'Record what was told or heard…',
    scope: 'anywhere',
    keys: [],
  },
  {
    id: 'incident.hand-over',
    name: 'Hand over to the next shift',
    scope: 'anywhere',
    keys: [],
  },
  {
    id: 'log.decision',
    name: 'New decision…',
    scope: 'records',
    keys: ['d'],
    inPalette: false,
  },
  {
    id: 'log.communication',
    name: 'New communication…',
    scope: 'records',
    keys: ['c'],
    inPalette: false,
  },
  {
    id: 'clocks.met',
    name: 'The deadline is met…',
    scope: 'records',
    keys: ['m'],
    inPalette: false,
  },
] as const satisfies readonly CommandSpec[];
