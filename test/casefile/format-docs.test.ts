import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#main/cli/usage.ts';
import { LEDGER_BODIES } from '#main/casefile/ledger-entries.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const page = (...name: readonly string[]): string => readFileSync(join(docs, ...name), 'utf8');

/** The fenced blocks of a page, in order. */
const blocks = (text: string): readonly string[] =>
  [...text.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

interface CaseFile {
  readonly id: string;
  readonly analysts: readonly { readonly id: string; readonly publicKey: string }[];
}

const blockWith = (text: string, having: string): string => {
  const block = blocks(text).find((one) => one.startsWith('{') && one.includes(having));
  if (block === undefined) throw new Error(`no example with ${having}`);
  return block.trimEnd();
};

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** As the page says it is done by hand, with nothing of Fireline's. */
function signedBy(publicKey: string, text: string): boolean {
  const sig = /,"sig":"([0-9a-f]{128})"\}$/.exec(text)?.[1] ?? '';
  const signed = `${text.slice(0, -`,"sig":"${sig}"}`.length)}}`;
  return verify(null, Buffer.from(signed), createPublicKey(publicKey), Buffer.from(sig, 'hex'));
}

describe('the examples in docs/format', () => {
  const caseFile = JSON.parse(
    blockWith(page('format', 'case-folder.md'), '"fireline": "case"'),
  ) as CaseFile;
  const [analyst] = caseFile.analysts;
  if (analyst === undefined) throw new Error('the example case has no analyst');
  const log = page('format', 'signed-log.md');
  const lines = blockWith(log, 'case-created').split('\n');

  it('are a chain from the anchor, every line signed by the key of the example case', () => {
    const anchor = sha256(`fireline:ledger:${caseFile.id}`);
    expect(blocks(log).map((block) => block.trim())).toContain(anchor);
    expect(lines).toHaveLength(2);
    let before = anchor;
    for (const [seq, line] of lines.entries()) {
      expect(JSON.parse(line)).toMatchObject({ seq, prev: before, key: analyst.id });
      expect(signedBy(analyst.publicKey, line)).toBe(true);
      expect(signedBy(analyst.publicKey, line.replace('Ada', 'Eve'))).toBe(false);
      before = sha256(line);
    }
    expect(log).toContain(`${sha256(lines[0] ?? '')}  -`);
  });

  it('derive the analyst’s id from the public key as the page says', () => {
    const der = createPublicKey(analyst.publicKey).export({ type: 'spki', format: 'der' });
    expect(sha256(der).slice(0, 32)).toBe(analyst.id);
  });

  it('keep heads that are those of the example ledger', () => {
    const text = blockWith(page('format', 'case-folder.md'), '"heads"');
    const { heads } = JSON.parse(text) as {
      heads: { ledger: { bytes: number; hash: string; lines: number } };
    };
    const content = `${lines.join('\n')}\n`;
    expect(heads.ledger).toEqual({
      lines: 2,
      bytes: Buffer.byteLength(content),
      hash: sha256(lines[1] ?? ''),
    });
    expect(signedBy(analyst.publicKey, text)).toBe(true);
  });
});

describe('the pages', () => {
  it('name every kind of the ledger', () => {
    const text = page('format', 'ledger.md');
    expect(Object.keys(LEDGER_BODIES).filter((kind) => !text.includes(`\`${kind}\``))).toEqual([]);
  });

  it('name every operation', () => {
    const text = page('format', 'work-log.md');
    const types = readFileSync(join(docs, '..', 'shared', 'work', 'op.ts'), 'utf8');
    const kinds = [...types.matchAll(/kind: '([a-z.]+)'/g)].map(([, kind = '']) => kind);
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => !text.includes(`\`${kind}\``))).toEqual([]);
  });

  it('describe every command and option of the command line', () => {
    const text = page('guide', 'command-line.md');
    for (const { name, options } of COMMANDS) {
      expect(text).toContain(`\`fireline ${name} <`);
      const missing = Object.keys(options).filter(
        (option) => !text.includes(`--${option}`) && option !== 'query',
      );
      expect(missing).toEqual([]);
    }
  });

  it('hold examples that are JSON, and links that lead somewhere', () => {
    for (const folder of ['format', 'guide']) {
      for (const name of readdirSync(join(docs, folder))) {
        const text = page(folder, name);
        for (const block of blocks(text)) {
          if (!block.startsWith('{"')) continue;
          for (const line of block.trimEnd().split('\n'))
            expect(() => void JSON.parse(line)).not.toThrow();
        }
        const links = [...text.matchAll(/\]\(([^)#]+\.md)[^)]*\)/g)].map(([, link = '']) => link);
        const dead = links.filter(
          (link) => !existsSync(join(docs, dirname(join(folder, name)), link)),
        );
        expect(dead).toEqual([]);
      }
    }
  });
});
