import type { FieldValue } from '#shared/model/event.ts';
import type { ParsedEvent } from '../../parser.ts';
import { ipOf } from '../../text/ip.ts';

/** What a Microsoft 365 audit record says of address and outcome (Office 365 Management Activity API schema). */
export function readAudit(data: { readonly [key: string]: FieldValue }, event: ParsedEvent): void {
  const address = data['ClientIP'] ?? data['ClientIPAddress'] ?? data['ActorIpAddress'];
  if (typeof address === 'string') event.sourceIp = addressOf(address);
  const result = data['ResultStatus'];
  if (typeof result !== 'string') return;
  if (/^(?:succe|true|partial)/i.test(result)) event.outcome = 'success';
  else if (/^fail|^false/i.test(result)) event.outcome = 'failure';
}

/** `192.0.2.1`, `192.0.2.1:443`, `[2001:db8::1]:443` */
export function addressOf(text: string): string | undefined {
  return (
    ipOf(text) ??
    ipOf(/^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? '') ??
    ipOf(/^([\d.]+):\d+$/.exec(text)?.[1] ?? '')
  );
}
