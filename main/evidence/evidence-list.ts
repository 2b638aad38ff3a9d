import type { LedgerRecord } from '../casefile/ledger-entries.ts';
import type { EvidenceItem, EvidenceState } from '#shared/model/evidence.ts';

type Body<K extends LedgerRecord['kind']> = Extract<LedgerRecord, { kind: K }>['body'];

/** How far a ledger has been folded. It only ever grows, so what is known of its beginning stays true. */
interface Folded {
  readonly items: Map<number, EvidenceItem>;
  lines: number;
  list: readonly EvidenceItem[];
}

const folded = new WeakMap<readonly LedgerRecord[], Folded>();

/**
 * The evidence of a case, in the order of sealing: a fold of its ledger. What is not in the ledger does not exist. Asked
 * again of the same growing ledger, only what is new in it is looked at.
 */
export function evidenceList(records: readonly LedgerRecord[]): readonly EvidenceItem[] {
  const known: Folded = folded.get(records) ?? { items: new Map(), lines: 0, list: [] };
  if (known.lines === records.length) return known.list;
  fold(records.slice(known.lines), known.items);
  known.lines = records.length;
  known.list = [...known.items.values()].sort((a, b) => a.index - b.index);
  folded.set(records, known);
  return known.list;
}

function fold(records: readonly LedgerRecord[], items: Map<number, EvidenceItem>): void {
  for (const record of records) {
    switch (record.kind) {
      case 'evidence-sealed':
        items.set(record.body.index, sealed(record.body, record.at));
        break;
      case 'evidence-parsed': {
        const item = items.get(record.body.index);
        if (item !== undefined) items.set(item.index, parsed(item, record.body));
        break;
      }
      case 'evidence-verified':
        for (const item of items.values()) {
          if (item.index >= record.body.from && item.index < record.body.to) {
            items.set(item.index, verified(item, record.body, record.at));
          }
        }
        break;
      case 'case-created':
      case 'analyst-joined':
      case 'lock-taken-over':
      case 'heads-lost':
      case 'log-repaired':
      case 'intake-begun':
      case 'intake-ended':
      case 'evidence-duplicate':
      case 'evidence-refused':
      case 'report-sealed':
        break;
    }
  }
}

function sealed(body: Body<'evidence-sealed'>, at: string): EvidenceItem {
  const { index, name, originalPath, parent, size, sha256, sha1, md5, custody, source, reason } =
    body;
  const state: EvidenceState = size === 0 ? 'empty' : 'queued';
  return {
    index,
    name,
    originalPath,
    ...(parent === undefined ? {} : { parent }),
    size,
    sha256,
    sha1,
    md5,
    custody,
    source,
    reason,
    sealedAt: at,
    ...(body.modifiedAt === undefined ? {} : { modifiedAt: body.modifiedAt }),
    state,
    ...(body.damage === undefined ? {} : { explanation: body.damage }),
  };
}

function parsed(item: EvidenceItem, body: Body<'evidence-parsed'>): EvidenceItem {
  const { index: _, sha256: __, tool: ___, table: ____, explanation, ...outcome } = body;
  const why = [item.explanation, explanation].filter((text) => text !== undefined).join('; ');
  return { ...item, ...outcome, ...(why === '' ? {} : { explanation: why }) };
}

function verified(item: EvidenceItem, body: Body<'evidence-verified'>, at: string): EvidenceItem {
  const altered = body.altered.find(({ index }) => index === item.index);
  return {
    ...item,
    verified: {
      at,
      intact: altered === undefined,
      detail: altered?.detail ?? 'hashed again, as sealed',
    },
  };
}
