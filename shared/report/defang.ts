import type { EntityKind } from '../records/kinds/entity.ts';

/**
 * An indicator as it is passed on: no mail program or reader makes a link of it, and nobody opens it by a slip.
 * `http` becomes `hxxp`, a dot `[.]`, an at sign `[@]`, the colons of an IPv6 address `[:]`. Names of hosts, files
 * and accounts, and digests, stay as they are.
 */
export function defang(kind: EntityKind, value: string): string {
  switch (kind) {
    case 'ip':
      return value.includes(':') && !value.includes('.')
        ? value.replaceAll(':', '[:]')
        : value.replaceAll('.', '[.]');
    case 'domain':
      return value.replaceAll('.', '[.]');
    case 'mailbox':
      return value.replaceAll('@', '[@]').replaceAll('.', '[.]');
    case 'url':
      return defangUrl(value);
    case 'host':
    case 'account':
    case 'file':
    case 'hash':
    case 'service':
    case 'cloud-resource':
      return value;
  }
}

/** Scheme and host are changed, the path is not: dots in it make no link. */
function defangUrl(url: string): string {
  const [, scheme = '', slashes = '', authority = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*:)?(\/\/)?([^/?#]*)([\s\S]*)$/i.exec(url) ?? [];
  const safe = scheme.replace(/^htt/i, 'hxx').replace(/^ftp/i, 'fxp');
  return `${safe}${slashes}${authority.replaceAll('@', '[@]').replaceAll('.', '[.]')}${rest}`;
}
