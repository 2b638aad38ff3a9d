import type { EventDefinition, ProviderDefinitions } from '../definition.ts';

const task = (
  action: string,
  message: string,
  user: string,
  outcome?: 'success' | 'failure',
): EventDefinition => ({
  category:
    action.startsWith('task-action') || action === 'task-process' ? 'process' : 'configuration',
  action,
  user,
  message,
  ...(outcome !== undefined && { outcome }),
});

/** The task scheduler's operational log. */
export const scheduledTasks: ProviderDefinitions = {
  providers: ['Microsoft-Windows-TaskScheduler'],
  category: 'configuration',
  events: {
    100: task('task-started', 'Task {TaskName} started[ for {UserContext}]', 'UserContext'),
    101: task(
      'task-start-failed',
      'Task {TaskName} failed to start[ for {UserContext}][: {ResultCode}]',
      'UserContext',
      'failure',
    ),
    102: task(
      'task-completed',
      'Task {TaskName} finished[ for {UserContext}]',
      'UserContext',
      'success',
    ),
    103: task(
      'task-action-failed',
      'Task {TaskName} failed to start an action[: {ResultCode}]',
      'UserContext',
      'failure',
    ),
    106: task(
      'task-registered',
      '{UserContext} registered task {TaskName}',
      'UserContext',
      'success',
    ),
    107: task('task-triggered', 'Task {TaskName} triggered by its schedule', 'UserContext'),
    108: task('task-triggered', 'Task {TaskName} triggered by an event', 'UserContext'),
    110: task('task-triggered', 'Task {TaskName} triggered by user {UserContext}', 'UserContext'),
    111: task('task-terminated', 'Task {TaskName} was ended', 'UserContext', 'failure'),
    118: task('task-triggered', 'Task {TaskName} triggered by system start', 'UserContext'),
    119: task('task-triggered', 'Task {TaskName} triggered by logon of {UserName}', 'UserName'),
    129: task(
      'task-process',
      'Task {TaskName} started process {Path}[ ({ProcessID})]',
      'UserContext',
    ),
    140: task('task-updated', '{UserName} changed task {TaskName}', 'UserName', 'success'),
    141: task('task-deleted', '{UserName} deleted task {TaskName}', 'UserName', 'success'),
    142: task('task-disabled', '{UserName} disabled task {TaskName}', 'UserName', 'success'),
    200: task('task-action-started', 'Task {TaskName} ran {ActionName}', 'UserContext'),
    201: task(
      'task-action-completed',
      'Task {TaskName} completed {ActionName}[ (result {ResultCode})]',
      'UserContext',
    ),
    202: task(
      'task-action-failed',
      'Task {TaskName} failed to complete {ActionName}[: {ResultCode}]',
      'UserContext',
      'failure',
    ),
    203: task(
      'task-action-failed',
      'Task {TaskName} failed to start {ActionName}[: {ResultCode}]',
      'UserContext',
      'failure',
    ),
  },
};
