import yauzl from 'yauzl';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';

/** A template is a few pages with a logo. */
export const LARGEST_TEMPLATE = 50 * 2 ** 20;
const LARGEST_UNPACKED = 200 * 2 ** 20;
const MOST_PARTS = 2_000;

/** What a Word file can carry that does something, or reaches for something, when it is opened. */
const DANGEROUS: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/<!DOCTYPE|<!ENTITY/i, 'it declares XML entities'],
  [/macroEnabled|vbaProject/i, 'it holds macros'],
  [/<w:altChunk\b/, 'it takes in another document'],
  [
    /\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT)\b(?=[^<]{0,400}<\/w:instrText>)/,
    'a field in it loads something',
  ],
  [
    /w:instr="\s*(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT)\b/,
    'a field in it loads something',
  ],
];

/**
 * Whether a Word file may be filled in and given on: it is whole, of a bearable size, and holds nothing that runs or
 * loads. The ids of the styles it has; or the reason, after “The Word template cannot be used: ”.
 */
export function checkTemplate(bytes: Uint8Array): Promise<Result<ReadonlySet<string>>> {
  return new Promise((resolve) => {
    const refuse = (why: string): void =>
      resolve(fail('invalid-argument', `The Word template cannot be used: ${why}.`));
    const options = { lazyEntries: true, validateEntrySizes: true } as const;
    yauzl.fromBuffer(Buffer.from(bytes), options, (error, zip) => {
      if (error !== null) return refuse('it is not a Word file');
      let unpacked = 0;
      let document = false;
      const styles = new Set<string>();
      if (zip.entryCount > MOST_PARTS) return refuse('it has too many parts');
      zip.on('error', () => refuse('it is damaged'));
      zip.on('end', () => (document ? resolve(ok(styles)) : refuse('it is not a Word file')));
      zip.on('entry', (entry: yauzl.Entry) => {
        const { fileName, uncompressedSize } = entry;
        unpacked += uncompressedSize;
        if (unpacked > LARGEST_UNPACKED) return refuse('it unpacks to more than 200 MiB');
        if (/vbaProject|vbaData/i.test(fileName)) return refuse('it holds macros');
        if (/^word\/(embeddings|activeX)\//i.test(fileName)) {
          return refuse('it holds embedded objects');
        }
        document ||= fileName === 'word/document.xml';
        if (!/\.(xml|rels)$/i.test(fileName)) return zip.readEntry();
        zip.openReadStream(entry, (trouble, stream) => {
          if (trouble !== null) return refuse('it is damaged');
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', () => refuse('it is damaged'));
          stream.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            if (fileName === 'word/styles.xml') {
              for (const [, id = ''] of text.matchAll(/<w:style\b[^>]*\bw:styleId="([^"]+)"/g)) {
                styles.add(id);
              }
            }
            const why = troubleIn(fileName, text);
            if (why === undefined) zip.readEntry();
            else refuse(why);
          });
        });
      });
      zip.readEntry();
    });
  });
}

function troubleIn(name: string, text: string): string | undefined {
  const found = DANGEROUS.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return found[1];
  if (!name.endsWith('.rels')) return undefined;
  // An address that is only followed when it is clicked may stay.
  for (const [relation] of text.matchAll(
    /<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi,
  )) {
    if (!/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(relation))
      return 'it loads something from elsewhere';
  }
  return undefined;
}
