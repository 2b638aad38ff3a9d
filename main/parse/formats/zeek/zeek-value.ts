import type { FieldValue } from '#shared/model/event.ts';
import { unescape } from './zeek-header.ts';
import type { ZeekHeader } from './zeek-header.ts';

const LIST = /^(?:set|vector|table)\[(.*)\]$/;

/** A value by its Zeek type; undefined when it is not set. Times stay as they are written, to the last digit. */
export function valueOf(text: string, type: string, header: ZeekHeader): FieldValue | undefined {
  if (text === header.unsetField) return undefined;
  const element = LIST.exec(type)?.[1];
  if (element !== undefined) {
    if (text === header.emptyField) return [];
    return text.split(header.setSeparator).map((one) => single(one, element, header));
  }
  return text === header.emptyField ? '' : single(text, type, header);
}

function single(text: string, type: string, header: ZeekHeader): FieldValue {
  if (text === header.unsetField) return null;
  switch (type) {
    case 'bool':
      return text === 'T' ? true : text === 'F' ? false : text;
    case 'count':
    case 'int':
    case 'port':
    case 'double':
    case 'interval':
      return numberOf(text);
    default:
      return unescape(text);
  }
}

/** A number that JavaScript holds exactly enough; other text stays text. */
function numberOf(text: string): FieldValue {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  const value = Number(text);
  if (text.includes('.') || Number.isSafeInteger(value)) return value;
  return BigInt(text);
}
