import { type JsonLayout, sentence, textOf } from '../layout.ts';

export const networkLayouts: readonly JsonLayout[] = [
  {
    title: 'Zeek',
    when: ['ts', 'id.orig_h', 'id.resp_h'],
    time: ['ts'],
    utc: true,
    category: 'network',
    roles: {
      sourceIp: ['id.orig_h'],
      destinationIp: ['id.resp_h'],
      user: ['user', 'username', 'client'],
      provider: ['_path', '@stream'],
    },
    fill(event, get) {
      const port = (name: string): string => {
        const value = textOf(get(name));
        return value === undefined ? '' : `:${value}`;
      };
      if (event.provider !== undefined) event.action = `zeek-${event.provider}`;
      event.message = sentence(
        event.provider,
        `${textOf(get('id.orig_h'))}${port('id.orig_p')} → ${textOf(get('id.resp_h'))}${port('id.resp_p')}`,
        textOf(get('query')) ?? textOf(get('host')) ?? textOf(get('server_name')),
        textOf(get('uri')) ?? textOf(get('service')) ?? textOf(get('operation')),
        textOf(get('note')) ?? textOf(get('msg')),
      );
    },
  },
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
