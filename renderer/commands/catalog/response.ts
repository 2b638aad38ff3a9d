import type { CommandSpec } from '../command.ts';

/** Tasks, on their board and in their list, and moving on the board. */
export const RESPONSE_COMMANDS = [
  { id: 'tasks.done', name: 'Mark the task done', scope: 'tasks', keys: ['d'] },
  { id: 'tasks.start', name: 'Mark the task in progress', scope: 'tasks', keys: ['s'] },
  { id: 'tasks.block', name: 'Mark the task blocked', scope: 'tasks', keys: ['b'] },
  { id: 'tasks.open', name: 'Mark the task open', scope: 'tasks', keys: ['o'] },
  { id: 'tasks.drop', name: 'Drop the task', scope: 'tasks', keys: ['x'] },
  { id: 'tasks.action', name: 'New action from the task…', scope: 'tasks', keys: ['a'] },
  { id: 'tasks.result', name: 'Record what the task’s query finds', scope: 'tasks', keys: ['r'] },
  { id: 'tasks.quick', name: 'Add a task quickly', scope: 'tasks', keys: ['Shift+n'] },
  { id: 'response.checklist', name: 'Print a checklist…', scope: 'anywhere', keys: [] },
  { id: 'response.playbook', name: 'Import a playbook…', scope: 'anywhere', keys: [] },
  ...(
    [
      ['down', 'Next task of the column', ['ArrowDown', 'j']],
      ['up', 'Task of the column before', ['ArrowUp', 'k']],
      ['left', 'Column before', ['ArrowLeft']],
      ['right', 'Next column', ['ArrowRight']],
      ['first', 'First task of the column', ['Home']],
      ['last', 'Last task of the column', ['End']],
      ['show', 'Show the task', ['Enter']],
      ['move-left', 'To the state before', ['Shift+ArrowLeft']],
      ['move-right', 'To the next state', ['Shift+ArrowRight']],
      ['move-up', 'Before the task above', ['$mod+ArrowUp']],
      ['move-down', 'After the task below', ['$mod+ArrowDown']],
    ] as const
  ).map(([id, name, keys]) => ({
    id: `task-board.${id}` as const,
    name,
    scope: 'task-board' as const,
    keys,
    inPalette: false,
  })),
] as const satisfies readonly CommandSpec[];
