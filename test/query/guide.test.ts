import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceIndex, ParserId, Sha256 } from '#shared/model/ids.ts';
import { parseQuery } from '#shared/query/parse-query.ts';
import { BufferSource } from '#main/parse/buffer-source.ts';
import { parserById, parsers } from '#main/parse/registry.ts';
import { runParser } from '#main/parse/run-parser.ts';
import type { EventBatch } from '#main/parse/event-batch.ts';
import { EventStore } from '#main/store/event-store.ts';
import { FIXTURES } from '../parse/golden/fixtures.ts';
import { testContext } from '../parse/parse-bytes.ts';

/** Every query in a table of the guide, run against parsed logs: each finds something, and none finds everything. */

const GUIDE = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'query-language.md');

/** A first cell that is one piece of code, in a table whose head is “Query”; a bar inside code is escaped there. */
function queriesOf(text: string): { readonly section: string; readonly query: string }[] {
  let section = '';
  let inQueries = false;
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) section = line.slice(3);
    if (!line.startsWith('|')) inQueries = false;
    else if (line.startsWith('| Query')) inQueries = true;
    const query = inQueries ? /^\| `(.+?)` +\|/.exec(line)?.[1] : undefined;
    return query === undefined ? [] : [{ section, query: query.replaceAll('\\|', '|') }];
  });
}

const LOGS = [
  ['syslog', 'auth.log'],
  ['access-log', 'combined.log'],
  ['w3c', 'iis.log'],
  ['lines', 'application.txt'],
] as const;

const queries = queriesOf(await readFile(GUIDE, 'utf8'));
/** What is in the store was never marked by anybody. */
const MARKS = 'Marks';

describe('the guide to the query language', () => {
  let folder = '';
  let store: EventStore;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fireline-guide-'));
    const aliases = new Map<string, string[]>();
    for (const { fields } of parsers)
      for (const [name, own] of Object.entries(fields))
        aliases.set(name, [...(aliases.get(name) ?? [name]), ...own]);
    store = await EventStore.open(join(folder, 'events.duckdb'), aliases, { memoryLimit: '256MB' });
    for (const [i, [parser, name]] of LOGS.entries()) await load(store, i + 1, parser, name);
  });

  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has examples of everything', () => {
    expect(queries.length).toBeGreaterThan(40);
    expect(new Set(queries.map(({ section }) => section)).size).toBeGreaterThanOrEqual(7);
  });

  it.each(queries)('$section: $query', async ({ section, query }) => {
    expect(parseQuery(query).ok).toBe(true);
    const { total, all } = await store.count({ query });
    if (section !== MARKS) expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(query === 'reviewed:no' ? all + 1 : all);
  });
});

async function load(store: EventStore, index: number, id: string, name: string): Promise<void> {
  const parser = parserById(id as ParserId);
  if (parser === undefined) throw new Error(`no parser ${id}`);
  const bytes = await readFile(join(FIXTURES, id, name));
  const batches: EventBatch[] = [];
  runParser(parser, new BufferSource(bytes), testContext({ name }), {
    batch: (batch) => void batches.push(batch),
    issues: () => undefined,
    position: () => undefined,
    check: () => undefined,
    due: () => false,
  });
  const writer = await store.write(
    {
      index: index as EvidenceIndex,
      sha256: String(index).repeat(64) as Sha256,
      name,
      parser: id,
      parserVersion: parser.version,
    },
    () => undefined,
  );
  for (const batch of batches) await writer.add(batch);
  await writer.finish();
}
