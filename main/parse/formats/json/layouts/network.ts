import type { Category } from '#shared/model/event.ts';
import { type JsonLayout, sentence, textOf } from '../layout.ts';

/** What the logs of Zeek are about, where it is not a connection. */
const ZEEK_CATEGORIES: Readonly<Record<string, Category>> = {
  http: 'web',
  notice: 'intrusion_detection',
  intel: 'intrusion_detection',
  signatures: 'intrusion_detection',
  kerberos: 'authentication',
  ntlm: 'authentication',
  radius: 'authentication',
  files: 'file',
  pe: 'file',
  smb_files: 'file',
  smtp: 'email',
};

const zeek = (when: readonly string[]): JsonLayout => ({
  title: 'Zeek',
  when,
  time: ['ts'],
  utc: true,
  category: 'network',
  roles: {
    sourceIp: ['id.orig_h', 'id_orig_h'],
    destinationIp: ['id.resp_h', 'id_resp_h'],
    host: ['@system', '_system_name'],
    user: ['user', 'username', 'client'],
    provider: ['_path', '@stream'],
  },
  fill(event, get) {
    const first = (...names: readonly string[]): string | undefined =>
      names.map((name) => textOf(get(name))).find((text) => text !== undefined);
    const end = (address: string | undefined, port: string | undefined): string | undefined =>
      address === undefined || port === undefined
        ? address
        : address.includes(':')
          ? `[${address}]:${port}`
          : `${address}:${port}`;
    const from = end(first('id.orig_h', 'id_orig_h'), first('id.orig_p', 'id_orig_p'));
    const to = end(first('id.resp_h', 'id_resp_h'), first('id.resp_p', 'id_resp_p'));
    if (event.provider !== undefined) {
      event.action = `zeek-${event.provider}`;
      event.category = ZEEK_CATEGORIES[event.provider] ?? 'network';
    }
    event.message = sentence(
      event.provider,
      from === undefined ? undefined : `${from} → ${to ?? ''}`,
      first(
        'query',
        'host',
        'server_name',
        'filename',
        'certificate_subject',
        'certificate.subject',
        'path',
      ),
      first('uri', 'service', 'operation', 'action', 'mime_type'),
      first('note', 'msg', 'name'),
    );
  },
});

export const networkLayouts: readonly JsonLayout[] = [
  // As Zeek writes it, as its streaming package does, and streams that are of no one connection.
  zeek(['ts', 'id.orig_h', 'id.resp_h']),
  zeek(['ts', 'id_orig_h', 'id_resp_h']),
  zeek(['ts', '@stream']),
  zeek(['ts', '_path']),
  {
    title: 'Suricata EVE',
    when: ['timestamp', 'event_type', 'src_ip', 'dest_ip'],
    time: ['timestamp'],
    category: 'network',
    roles: {
      sourceIp: ['src_ip'],
      destinationIp: ['dest_ip'],
      host: ['host'],
      code: ['alert.signature_id'],
      action: ['event_type'],
    },
    fill(event, get) {
      const signature = textOf(get('alert.signature'));
      if (signature !== undefined) event.category = 'intrusion_detection';
      event.message = sentence(
        event.action,
        signature ??
          textOf(get('http.hostname')) ??
          textOf(get('dns.rrname')) ??
          textOf(get('tls.sni')),
        `${textOf(get('src_ip'))} → ${textOf(get('dest_ip'))}`,
        textOf(get('proto')),
      );
    },
  },
];
