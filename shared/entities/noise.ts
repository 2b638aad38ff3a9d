import type { EntityRef } from './entity-kinds.ts';
import { entityForm } from './entity-key.ts';

/** Values that name nobody. */
const NOTHING = new Set(['', '-', 'n/a', 'none', 'null', 'unknown', '?', '(null)']);

const SYSTEM_ACCOUNT =
  /^(?:(?:nt authority|nt service|nt-autorität|autorite nt|builtin|window manager|font driver host|iis apppool)\\.*|system|local ?system|local service|network service|anonymous logon|dwm-\d+|umfd-\d+|s-1-5-(?:18|19|20|7|90-.*|96-.*)|s-1-0-0)$/;
const MACHINE_ACCOUNT = /\$(?:@.*)?$/;
const OWN_ADDRESS =
  /^(?:127\.|0\.0\.0\.0$|169\.254\.|2(?:2[4-9]|3\d)\.|255\.255\.255\.255$|::1?$|fe80:|ff0[0-9a-f]:)/;
const OWN_NAME = /^(?:localhost(?:\.localdomain)?|wpad|.*\.(?:in-addr|ip6)\.arpa|.*\._?local)$/;
/** Hashes of nothing: the empty file, and zeros where a program computed none. */
const EMPTY_HASH =
  /^(?:0+|d41d8cd98f00b204e9800998ecf8427e|da39a3ee5e6b4b0d3255bfef95601890afd80709|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855)$/;

/** It stands in evidence everywhere and points at nobody: the system's own accounts, loopback, an absent value. */
export function isNoise(entity: EntityRef): boolean {
  const form = entityForm(entity.kind, entity.value).toLowerCase();
  if (NOTHING.has(form)) return true;
  switch (entity.kind) {
    case 'account':
      return SYSTEM_ACCOUNT.test(form) || MACHINE_ACCOUNT.test(form);
    case 'ip':
      return OWN_ADDRESS.test(form);
    case 'host':
    case 'domain':
      return OWN_NAME.test(form);
    case 'hash':
      return EMPTY_HASH.test(form);
    case 'url':
    case 'file':
    case 'mailbox':
    case 'service':
    case 'cloud-resource':
      return false;
  }
}
