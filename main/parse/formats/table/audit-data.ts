import type { FieldValue } from '#shared/model/event.ts';
import type { ParsedEvent } from '../../parser.ts';
import { addressOf } from '../../text/address.ts';

/** What a Microsoft 365 audit record says of address and outcome (Office 365 Management Activity API schema). */
export function readAudit(data: { readonly [key: string]: FieldValue }, event: ParsedEvent): void {
  const address = data['ClientIP'] ?? data['ClientIPAddress'] ?? data['ActorIpAddress'];
  if (typeof address === 'string') event.sourceIp = addressOf(address);
  const result = data['ResultStatus'];
  if (typeof result !== 'string') return;
  if (/^(?:succe|true|partial)/i.test(result)) event.outcome = 'success';
  else if (/^fail|^false/i.test(result)) event.outcome = 'failure';
}
