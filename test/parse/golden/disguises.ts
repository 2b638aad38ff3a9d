/** The same text in other bytes. */
export interface Disguise {
  readonly name: string;
  /** Undefined where the text cannot be written so. */
  of(text: string): Buffer | undefined;
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const hasOwnReturns = (text: string): boolean => text.includes('\r');

export const DISGUISES: readonly Disguise[] = [
  { name: 'UTF-8 with a mark', of: (text) => Buffer.from(`\ufeff${text}`) },
  { name: 'UTF-16, little-endian, with a mark', of: (text) => utf16(`\ufeff${text}`) },
  { name: 'UTF-16, big-endian, with a mark', of: (text) => utf16(`\ufeff${text}`).swap16() },
  { name: 'UTF-16 without a mark', of: utf16 },
  {
    name: 'CRLF line ends',
    of: (text) => (hasOwnReturns(text) ? undefined : Buffer.from(text.replaceAll('\n', '\r\n'))),
  },
  {
    name: 'CR line ends',
    of: (text) => (hasOwnReturns(text) ? undefined : Buffer.from(text.replaceAll('\n', '\r'))),
  },
  {
    name: 'no newline at the end',
    of: (text) => (text.endsWith('\n') ? Buffer.from(text.slice(0, -1)) : undefined),
  },
];
