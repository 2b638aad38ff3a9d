import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedTest, testOfNames } from '#main/store/bare-names.ts';
import { Params } from '#main/store/params.ts';
import { bareName, partsOfName, type NamedKind } from '#shared/query/bare-name.ts';
import { parseQuery } from '#shared/query/parse-query.ts';
import type { Test } from '#shared/query/ast.ts';

const testOf = (text: string): Test => {
  const parsed = parseQuery(`x:${text}`);
  if (!parsed.ok || parsed.query.kind !== 'field') throw new Error(`not a test: ${text}`);
  return parsed.query.test;
};

describe('a name without its domain', () => {
  it.each<[NamedKind, string, string]>([
    ['user', 'alice', 'alice'],
    ['user', 'CORP\\alice', 'alice'],
    ['user', 'alice@corp.example', 'alice'],
    ['user', 'NT AUTHORITY\\SYSTEM', 'SYSTEM'],
    ['user', 'DC1$', 'DC1$'],
    ['user', '', ''],
    ['host', 'dc1.corp.example', 'dc1'],
    ['host', 'dc1', 'dc1'],
    ['host', '10.0.0.1', '10.0.0.1'],
    ['process', 'C:\\Windows\\System32\\cmd.exe', 'cmd.exe'],
    ['process', '/usr/sbin/sshd', 'sshd'],
    ['process', 'sshd', 'sshd'],
    ['host', 'fe80::1.2', 'fe80::1.2'],
  ])('%s %s is %s', (column, value, name) => {
    expect(bareName(column, value)).toBe(name);
    const { before, name: middle, after } = partsOfName(column, value);
    expect(before + middle + after).toBe(value);
  });

  it('is asked for only where the query gives no domain, and never exactly', () => {
    expect(testOfNames('user', testOf('alice'))).toBeDefined();
    expect(testOfNames('user', testOf('svc_*'))).toBeDefined();
    expect(testOfNames('user', testOf('svc\\**'))).toBeDefined();
    expect(testOfNames('user', testOf('CORP\\al*'))).toBeUndefined();
    expect(testOfNames('user', testOf('alice@corp.example'))).toBeUndefined();
    expect(testOfNames('user', testOf('/^alice$/'))).toBeUndefined();
    expect(testOfNames('user', testOf('=alice'))).toBeUndefined();
    expect(testOfNames('user', testOf('>alice'))).toBeUndefined();
    expect(testOfNames('host', testOf('dc1.corp'))).toBeUndefined();
    expect(testOfNames('process', testOf('cmd.*'))).toBeDefined();
    expect(testOfNames('process', testOf('*\\cmd.exe'))).toBeUndefined();
    expect(testOfNames('process', testOf('/usr/sbin/sshd'))).toBeUndefined();
    expect(testOfNames('host', testOf('(dc1 or a.b)'))).toEqual(testOf('(dc1)'));
  });
});

describe('the same in SQL', () => {
  let instance: DuckDBInstance;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
  });
  afterAll(() => instance.closeSync());

  const piece = fc.constantFrom('a', 'B', '1', '.', '\\', '/', '@', ':', ' ', '$', 'é', '10.0.0.1');
  const value = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));

  it('agrees on every value', async () => {
    const connection = await instance.connect();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<NamedKind>('user', 'host', 'process'),
        value,
        async (column, text) => {
          const params = new Params();
          const whole = `${params.add(text)}::VARCHAR`;
          const condition = namedTest(column, whole, testOf('?'), params);
          const answer = await connection.runAndReadAll(
            `SELECT ${condition}`,
            params.values.map(String),
          );
          const one = (name: string): boolean => name.length === 1;
          expect(answer.getRows()[0]?.[0]).toBe(one(text) || one(bareName(column, text)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
