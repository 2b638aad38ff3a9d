import type { Places } from '#renderer/state/places.ts';
import { takeFromTray } from '#renderer/state/citation-tray.ts';
import { insertCitation, insertName } from '../editor/active-editor.ts';
import type { CiteResult } from './cite-results.ts';

/** Cites at the caret what was chosen, which then waits in no tray. False when the caret never was in the report. */
export function citeChosen({ citation, entity }: CiteResult, places: Places): boolean {
  const done = entity === undefined ? insertCitation(citation) : insertName(entity);
  if (!done) return false;
  if (citation.kind === 'event') takeFromTray(places, citation.event);
  for (const name of entity?.names ?? []) takeFromTray(places, name);
  return true;
}
