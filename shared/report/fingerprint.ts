import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../work/canonical-json.ts';
import type { WorkReport } from '../work/work-state.ts';

/** What an approval is given to: SHA-256 (hex) of everything that is written in the report. */
export function reportFingerprint({ header, sections }: WorkReport): string {
  const { title, subtitle, classification, organisation, kind, layout } = header;
  const said = { title, subtitle, classification, organisation, kind, layout };
  const written = [...sections.values()]
    .map((section) => ({ ...section }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ said, written }))));
}
