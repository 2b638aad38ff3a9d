import { describe, expect, it } from 'vitest';
import { aliasHints } from '#shared/entities/alias-hints.ts';
import { entityForm, entityId } from '#shared/entities/entity-key.ts';
import { entityQuery } from '#shared/entities/entity-query.ts';
import { valuesIn } from '#shared/entities/entity-sources.ts';
import { isNoise } from '#shared/entities/noise.ts';
import { parseQuery } from '#shared/query/parse-query.ts';
import type { EntityKind } from '#shared/records/kinds/entity.ts';

describe('the form of a value', () => {
  it.each<[EntityKind, string, string]>([
    ['host', 'DC1.Corp.Example.', 'dc1.corp.example'],
    ['account', 'CORP\\Alice', 'corp\\alice'],
    ['url', 'HTTPS://Evil.Example/Path?Q', 'https://evil.example/Path?Q'],
    ['file', 'C:\\Windows\\CMD.exe', 'c:\\windows\\cmd.exe'],
    ['file', '/etc/Passwd', '/etc/Passwd'],
    ['mailbox', '<A@b.example>', 'a@b.example'],
    ['cloud-resource', 'AKIAExample', 'AKIAExample'],
  ])('of the %s “%s” is “%s”', (kind, value, form) => {
    expect(entityForm(kind, value)).toBe(form);
    expect(entityId({ kind, value })).toBe(entityId({ kind, value: form }));
    expect(entityId({ kind, value })).toMatch(/^[\w-]{1,100}$/);
  });

  it('keeps kinds and names apart', () => {
    const ids = [
      entityId({ kind: 'account', value: 'CORP\\alice' }),
      entityId({ kind: 'account', value: 'alice@corp' }),
      entityId({ kind: 'account', value: 'alice' }),
      entityId({ kind: 'host', value: 'alice' }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('noise', () => {
  it.each<[EntityKind, string, boolean]>([
    ['account', 'NT AUTHORITY\\SYSTEM', true],
    ['account', 'S-1-5-18', true],
    ['account', 'CORP\\DC1$', true],
    ['account', '-', true],
    ['account', 'CORP\\alice', false],
    ['account', 'system-admin', false],
    ['ip', '127.0.0.1', true],
    ['ip', '::1', true],
    ['ip', '224.0.0.252', true],
    ['ip', '10.0.0.1', false],
    ['hash', '0'.repeat(32), true],
    ['hash', 'ab'.repeat(32), false],
    ['domain', '4.3.2.1.in-addr.arpa', true],
  ])('%s “%s”: %s', (kind, value, noise) => {
    expect(isNoise({ kind, value })).toBe(noise);
  });
});

describe('aliases', () => {
  const account = (value: string) => ({ kind: 'account' as const, value });
  const names = (value: string, others: readonly string[]): readonly string[] =>
    aliasHints(account(value), others.map(account)).map(({ other }) => other.value);

  it('are proposed for one name written with and without its domain', () => {
    const others = ['alice@corp.example', 'alice', 'LAB\\alice', 'CORP\\alicia', 'CORP\\alice'];
    expect(names('CORP\\alice', others)).toEqual(['alice@corp.example', 'alice']);
  });

  it('are not proposed for the system’s own, or between kinds', () => {
    expect(names('NT AUTHORITY\\SYSTEM', ['SYSTEM'])).toEqual([]);
    expect(aliasHints({ kind: 'host', value: 'ws07' }, [account('ws07')])).toEqual([]);
  });

  it('are proposed for a host with and without its domain, never for addresses', () => {
    const host = (value: string) => ({ kind: 'host' as const, value });
    const found = aliasHints(host('WS07'), [host('ws07.corp.example'), host('ws070')]);
    expect(found.map(({ other }) => other.value)).toEqual(['ws07.corp.example']);
    expect(aliasHints(host('10.0.0.1'), [host('10.0.0.2')])).toEqual([]);
  });
});

describe('values and queries', () => {
  it('reads hashes and the hosts of URLs', () => {
    const [sha, md5] = ['AB'.repeat(32), '01'.repeat(16)];
    expect(valuesIn(`SHA256=${sha},MD5=${md5},IMPHASH=x`, 'hashes')).toEqual([sha, md5]);
    expect(valuesIn('https://u:p@Evil.example:8443/x', 'url-host')).toEqual(['Evil.example']);
    expect(valuesIn('http://10.0.0.1/', 'url-host')).toEqual([]);
    expect(valuesIn('not a url', 'url-host')).toEqual([]);
    expect(valuesIn('cdn.evil.example', 'name')).toEqual(['cdn.evil.example']);
    for (const address of ['192.168.0.4', '10.0.0.1:8080', 'fe80::1', '[::1]:443', ' ']) {
      expect(valuesIn(address, 'name'), address).toEqual([]);
    }
  });

  it.each<[EntityKind, string, readonly string[]]>([
    ['host', 'a" or *:* "', []],
    ['account', 'CORP\\alice', ['user.name']],
    ['domain', 'x*y?.example', ['url', 'QueryName']],
    ['file', 'C:\\a (b)\\"c".exe', ['TargetFilename', 'process.name']],
    ['service', '<b>', ['ServiceName']],
    ['url', '\\', []],
  ])('a query for the %s %s can be read back, whatever it holds', (kind, value, fields) => {
    expect(parseQuery(entityQuery([{ kind, value, fields }])).ok).toBe(true);
  });
});
