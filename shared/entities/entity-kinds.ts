import type { EntityKind } from '../records/kinds/entity.ts';

/** What a kind of entity is called: one of them and several. */
export const ENTITY_NAMES: {
  readonly [K in EntityKind]: { readonly one: string; readonly many: string };
} = {
  host: { one: 'host', many: 'hosts' },
  account: { one: 'account', many: 'accounts' },
  ip: { one: 'IP address', many: 'IP addresses' },
  domain: { one: 'domain', many: 'domains' },
  url: { one: 'URL', many: 'URLs' },
  file: { one: 'file', many: 'files' },
  hash: { one: 'hash', many: 'hashes' },
  mailbox: { one: 'mailbox', many: 'mailboxes' },
  service: { one: 'service', many: 'services' },
  'cloud-resource': { one: 'cloud resource', many: 'cloud resources' },
};

/** What evidence names: a kind and a value as it is written there. */
export interface EntityRef {
  readonly kind: EntityKind;
  readonly value: string;
}
