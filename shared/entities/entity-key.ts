import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RecordId } from '../model/ids.ts';
import type { EntityKind } from '../records/kinds/entity.ts';
import type { EntityRef } from './entity-kinds.ts';

const WINDOWS_PATH = /^(?:[a-z]:|\\\\|%[a-z()0-9]+%|\\)/i;
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/**
 * The one form of a value by which writings of the same thing are known: what differs only in case (where case says
 * nothing), in a dot at the end of a name or in brackets around an address is one entity. Nothing else is: that
 * `CORP\alice` and `alice@corp` are one is for an analyst to say.
 */
export function entityForm(kind: EntityKind, value: string): string {
  const text = value.trim();
  switch (kind) {
    case 'host':
    case 'domain':
      return text.toLowerCase().replace(/(?<=.)\.$/, '');
    case 'mailbox':
      return text.toLowerCase().replace(/^<(.*)>$/, '$1');
    case 'account':
    case 'ip':
    case 'hash':
    case 'service':
      return text.toLowerCase();
    case 'file':
      return WINDOWS_PATH.test(text) ? text.toLowerCase() : text;
    case 'url':
      return text.replace(ORIGIN, (origin) => origin.toLowerCase());
    case 'cloud-resource':
      return text;
  }
}

const keys = new WeakMap<EntityRef, string>();

/** Kind and form as one text, to file entities by. Lists of thousands ask for those of the same ones again and again. */
export function entityKey(entity: EntityRef): string {
  const found = keys.get(entity);
  if (found !== undefined) return found;
  const key = `${entity.kind} ${entityForm(entity.kind, entity.value)}`;
  keys.set(entity, key);
  return key;
}

/** Digests take their time, and a list of thousands asks for the same ones at every change. */
const known = new Map<string, RecordId>();
const MOST_KNOWN = 50_000;

const ID_PREFIX = 'entity-';

/** Whether a text reads as what `entityId` makes. */
export const isEntityId = (text: string): boolean => text.startsWith(ID_PREFIX);

/** The id of its record. Derived, so that two analysts who judge one host on two laptops judge one record. */
export function entityId(entity: EntityRef): RecordId {
  const key = entityKey(entity);
  const found = known.get(key);
  if (found !== undefined) return found;
  const id = `${ID_PREFIX}${bytesToHex(sha256(utf8ToBytes(key))).slice(0, 32)}` as RecordId;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, id);
  return id;
}
