import type { RecordType } from '#shared/records/record-kinds.ts';
import type { IncidentTab, LearningTab } from './screen-tabs.ts';

/** Screens that list records, with those of their views that do. */
interface RecordTabs {
  readonly incident: IncidentTab;
  readonly response: 'tasks' | 'actions';
  readonly entities: 'list' | 'transfers' | 'impact';
  readonly learning: LearningTab;
}
export type RecordScreen = keyof RecordTabs;

export interface RecordPlacing<S extends RecordScreen> {
  readonly screen: S;
  readonly tab: RecordTabs[S];
}
type AnyPlacing = { readonly [S in RecordScreen]: RecordPlacing<S> }[RecordScreen];

/** Where each kind of record is listed, each with its details; those that only a report shows are left out. */
export const RECORD_SCREENS: { readonly [T in RecordType]?: AnyPlacing } = {
  incident: { screen: 'incident', tab: 'record' },
  person: { screen: 'incident', tab: 'people' },
  deadline: { screen: 'incident', tab: 'clocks' },
  decision: { screen: 'incident', tab: 'log' },
  communication: { screen: 'incident', tab: 'log' },
  task: { screen: 'response', tab: 'tasks' },
  action: { screen: 'response', tab: 'actions' },
  entity: { screen: 'entities', tab: 'list' },
  transfer: { screen: 'entities', tab: 'transfers' },
  impact: { screen: 'entities', tab: 'impact' },
  cause: { screen: 'learning', tab: 'causes' },
  control: { screen: 'learning', tab: 'causes' },
  'negative-finding': { screen: 'learning', tab: 'looked-for' },
  lesson: { screen: 'learning', tab: 'lessons' },
  improvement: { screen: 'learning', tab: 'improvements' },
};

/** The view of a screen that lists records of a type; undefined when another screen does. */
export function tabFor<S extends RecordScreen>(
  screen: S,
  type: RecordType,
): RecordPlacing<S>['tab'] | undefined {
  const is = (place: AnyPlacing | undefined): place is AnyPlacing & RecordPlacing<S> =>
    place?.screen === screen;
  const place = RECORD_SCREENS[type];
  return is(place) ? place.tab : undefined;
}
