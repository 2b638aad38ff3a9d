/** Views of screens that other screens lead to. */
export const INCIDENT_TABS = ['record', 'people', 'clocks', 'log', 'hand-over'] as const;
export type IncidentTab = (typeof INCIDENT_TABS)[number];

export const LEARNING_TABS = [
  'clocks',
  'techniques',
  'causes',
  'looked-for',
  'lessons',
  'improvements',
] as const;
export type LearningTab = (typeof LEARNING_TABS)[number];
