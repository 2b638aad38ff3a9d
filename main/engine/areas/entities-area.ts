import type { EntityReader } from '../../store/entity-reader.ts';
import { entitySheet } from '../export/entity-sheet.ts';
import type { Handlers } from '../handlers.ts';
import type { SessionHolder } from '../session-holder.ts';

type Calls =
  | 'entities.ofColumns'
  | 'entities.ofFields'
  | 'entities.graph'
  | 'entities.logons'
  | 'entities.addresses'
  | 'entities.coverage'
  | 'entities.print'
  | 'entities.values';

export function entitiesArea(holder: SessionHolder, clock: () => number): Handlers<Calls> {
  const reader = async (): Promise<EntityReader> => (await holder.open.markedEvents()).entities;
  return {
    'entities.ofColumns': async (_, signal) => (await reader()).columns(signal),
    'entities.ofFields': async (_, signal) => {
      const entities = await reader();
      return entities.knownFields ?? entities.fields(signal);
    },
    'entities.graph': async (p, signal) => (await reader()).graph(p, signal),
    'entities.logons': async (p, signal) => (await reader()).logons(p, signal),
    'entities.addresses': async (_, signal) => (await reader()).addresses(signal),
    'entities.coverage': async (p, signal) => (await reader()).coverage(p, signal),
    'entities.print': ({ sheet, page }) => {
      const { id, title } = holder.open.info;
      return entitySheet(sheet, {
        title: sheet.title,
        case: { id, title },
        page,
        landscape: true,
        printedAt: new Date(clock()).toISOString().slice(0, 16).replace('T', ' '),
      });
    },
    'entities.values': async (p, signal) => (await reader()).values(p, signal),
  };
}
