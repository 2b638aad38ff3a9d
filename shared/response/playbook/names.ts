import type { ResponsePhase } from '../../records/fields.ts';
import type { ResponseAction } from '../../records/kinds/response-action.ts';
import type { Task } from '../../records/kinds/task.ts';

export const PHASE_NAMES: { readonly [P in ResponsePhase]: string } = {
  preparation: 'Preparation',
  'detection-and-analysis': 'Detection and analysis',
  containment: 'Containment',
  'eradication-and-recovery': 'Eradication and recovery',
  'post-incident': 'Post-incident activity',
};

export const TASK_STATE_NAMES: { readonly [S in Task['state']]: string } = {
  open: 'Open',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  dropped: 'Dropped',
};

export const ACTION_KIND_NAMES: { readonly [K in ResponseAction['kind']]: string } = {
  containment: 'Containment',
  eradication: 'Eradication',
  recovery: 'Recovery',
};

export const ACTION_STATE_NAMES: { readonly [S in ResponseAction['state']]: string } = {
  planned: 'Planned',
  done: 'Done',
  verified: 'Verified',
  failed: 'Failed',
  reverted: 'Reverted',
};

/** `it-operations` as people say it; words of one's own stay as they are. */
export function roleName(role: string): string {
  if (!/^[a-z]+(-[a-z]+)*$/.test(role)) return role;
  const words = role.replaceAll('-', ' ');
  return words.startsWith('it ')
    ? `IT ${words.slice(3)}`
    : words.charAt(0).toUpperCase() + words.slice(1);
}
