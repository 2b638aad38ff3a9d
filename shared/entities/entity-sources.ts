import type { EntityKind } from '../records/kinds/entity.ts';

/**
 * How a field's text holds the value: as it is, as a name where an address may stand as well, as `SHA256=…,MD5=…`, or
 * as the host of a URL.
 */
export type SourceShape = 'whole' | 'name' | 'hashes' | 'url-host';

/** A name inside an event's `fields` under which formats write an entity. */
export interface FieldSource {
  readonly kind: EntityKind;
  readonly field: string;
  readonly shape: SourceShape;
  /** Event codes outside of which the name means something else. */
  readonly codes?: readonly string[];
  /** Written by what lists every file of a disk: what only a listing names comes after what anything happened to. */
  readonly listing?: true;
}

const whole = (kind: EntityKind, ...fields: string[]): readonly FieldSource[] =>
  fields.map((field) => ({ kind, field, shape: 'whole' }));

const domains = (...fields: string[]): readonly FieldSource[] =>
  fields.map((field) => ({ kind: 'domain', field, shape: 'name' }));

const URLS = ['url.full', 'url.original', 'url', 'Url', 'RemoteName'];

/** ECS names first, then those of Sysmon and Windows, Suricata and Zeek, listings of disks, mail gateways, and cloud logs. */
export const FIELD_SOURCES: readonly FieldSource[] = [
  ...domains('url.domain', 'cs-host', 'cs(Host)', 'http.hostname'),
  ...domains('dns.question.name', 'QueryName', 'dns.rrname'),
  ...domains('tls.client.server_name', 'tls.sni', 'server_name'),
  ...domains('destination.domain', 'DestinationHostname'),
  ...URLS.map((field): FieldSource => ({ kind: 'domain', field, shape: 'url-host' })),
  ...whole('url', ...URLS),
  ...whole('file', 'file.path', 'TargetFilename', 'ImageLoaded', 'ServiceFileName', 'attachment'),
  ...whole('hash', 'file.hash.sha256', 'file.hash.sha1', 'file.hash.md5', 'process.hash.sha256'),
  ...whole('hash', 'sha256', 'sha1', 'md5', 'fileinfo.sha256', 'fileinfo.md5', 'Hash', 'FileHash'),
  ...whole('hash', 'SHA1'),
  { kind: 'file', field: 'file.listed', shape: 'whole', listing: true },
  { kind: 'hash', field: 'MD5', shape: 'whole', listing: true },
  { kind: 'hash', field: 'Hashes', shape: 'hashes' },
  ...whole('mailbox', 'email.from.address', 'email.to.address', 'email.sender.address'),
  ...whole('mailbox', 'sender', 'recipient', 'SenderAddress', 'RecipientAddress'),
  ...whole('mailbox', 'MailboxOwnerUPN'),
  ...whole('service', 'service.name'),
  // Elsewhere a ServiceName is that of a Kerberos ticket, and param1 anything at all.
  { kind: 'service', field: 'ServiceName', shape: 'whole', codes: ['7045', '4697'] },
  {
    kind: 'service',
    field: 'param1',
    shape: 'whole',
    codes: ['7031', '7034', '7035', '7036', '7040'],
  },
  ...whole('cloud-resource', 'requestParameters.bucketName', 'requestParameters.instanceId'),
  ...whole('cloud-resource', 'requestParameters.functionName', 'requestParameters.roleName'),
  ...whole('cloud-resource', 'userIdentity.accessKeyId', 'requestParameters.accessKeyId'),
  ...whole('cloud-resource', 'cloud.instance.id', 'resourceId', 'protoPayload.resourceName'),
];

/** Names under which formats write the domain that was looked up. */
export const LOOKUP_FIELDS: readonly string[] = ['dns.question.name', 'QueryName', 'dns.rrname'];

const ALGORITHMS = /^(?:md5|sha-?1|sha-?256|sha-?512|imphash)=([0-9a-f]{32,128})$/i;
const URL_HOST = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[0-9a-f:.]+\]|[^/?#:]+)/i;
/** IPv4 or IPv6, perhaps with a port: what stands where a name would, and is counted as an address elsewhere. */
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\]|[0-9a-f]*(?::[0-9a-f]*){2,})(?::\d+)?$/i;

/** The values of an entity that a field's text holds; none where it holds something else. */
export function valuesIn(text: string, shape: SourceShape): readonly string[] {
  switch (shape) {
    case 'whole':
      return text.trim() === '' ? [] : [text];
    case 'name':
      return text.trim() === '' || ADDRESS.test(text.trim()) ? [] : [text];
    case 'hashes':
      return text.split(',').flatMap((part) => ALGORITHMS.exec(part.trim())?.[1] ?? []);
    case 'url-host': {
      const host = URL_HOST.exec(text)?.[1];
      return host === undefined || ADDRESS.test(host) ? [] : [host];
    }
  }
}

/** A program that is named with a path or an ending is a file; a bare name, as syslog has it, is a service. */
export const kindOfProcess = (process: string): 'file' | 'service' =>
  /[\\/]|\.\w{1,4}$/.test(process) ? 'file' : 'service';
