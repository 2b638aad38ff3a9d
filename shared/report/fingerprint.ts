import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../work/canonical-json.ts';
import type { WorkReport, WorkState } from '../work/work-state.ts';
import { citedName } from './cited-entity.ts';
import { pointersIn } from './document-parts.ts';

/**
 * What an approval is given to: SHA-256 (hex) of everything that is written in the report, the names of entities as
 * they are printed among it.
 */
export function reportFingerprint(report: WorkReport, state: WorkState): string {
  const { header, sections } = report;
  const { title, subtitle, classification, organisation, kind, layout } = header;
  const said = { title, subtitle, classification, organisation, kind, layout };
  const written = [...sections.values()]
    .map((section) => ({ ...section }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const names = namesIn(report, state);
  // A report that names none is what it was before reports could.
  const all = { said, written, ...(Object.keys(names).length > 0 && { names }) };
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(all))));
}

/** What each entity that the text names is called, by its id; null for one that the case does not know. */
export const namesIn = (
  { sections }: WorkReport,
  state: WorkState,
): { readonly [id: string]: string | null } =>
  Object.fromEntries(
    [...sections.values()].flatMap(({ content }) =>
      [...pointersIn(content)].flatMap((pointer) =>
        pointer.kind === 'citation' && pointer.citation.kind === 'entity'
          ? [[pointer.citation.entity, citedName(state, pointer.citation.entity) ?? null] as const]
          : [],
      ),
    ),
  );
