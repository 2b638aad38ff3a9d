import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEAD_BYTES } from '#main/parse/head.ts';
import type { Head, ParseContext } from '#main/parse/parser.ts';
import { testContext } from '../parse-bytes.ts';

/** One folder for each parser, named by its id. */
export const FIXTURES = join(import.meta.dirname, '..', 'fixtures');
const CONTEXT = '.context.json';
const GOLDEN = '.golden.jsonl';

export interface Fixture {
  /** Id of the parser whose folder it lies in. */
  readonly parser: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly context: ParseContext;
  /** What one record means depends on others: on the years of all, on what a column holds. */
  readonly dependsOnWhole: boolean;
  /** Where the events it must give are written down. */
  readonly golden: string;
}

export function fixtures(): Fixture[] {
  return readdirSync(FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((folder) =>
      readdirSync(join(FIXTURES, folder.name))
        .filter((name) => !name.endsWith(CONTEXT) && !name.endsWith(GOLDEN))
        .map((name) => fixtureAt(folder.name, name)),
    );
}

function fixtureAt(parser: string, name: string): Fixture {
  const path = join(FIXTURES, parser, name);
  return {
    parser,
    name,
    bytes: readFileSync(path),
    ...contextAt(path + CONTEXT, name),
    golden: path + GOLDEN,
  };
}

/** All of it optional. */
interface GivenContext {
  readonly zone?: string;
  /** The file's modification time, null when it is not known. */
  readonly reference?: string | null;
  readonly options?: unknown;
  readonly dependsOnWhole?: boolean;
}

function contextAt(path: string, name: string): Pick<Fixture, 'context' | 'dependsOnWhole'> {
  const given = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as GivenContext) : {};
  const context = testContext({
    name,
    zone: given.zone,
    options: given.options,
    ...(given.reference === null && { reference: undefined }),
    ...(typeof given.reference === 'string' && {
      reference: BigInt(Date.parse(given.reference)) * 1_000_000n,
    }),
  });
  return { context, dependsOnWhole: given.dependsOnWhole === true };
}

export const headOf = (bytes: Buffer, name: string): Head => ({
  bytes: bytes.subarray(0, HEAD_BYTES),
  name,
  size: bytes.length,
});
