import { describe, expect, it } from 'vitest';
import { suggestTechniques, techniqueOfTag } from '#shared/learning/technique-tags.ts';
import { TECHNIQUES } from '#shared/model/attack.ts';

const ids = (typed: string): readonly string[] =>
  suggestTechniques(TECHNIQUES, typed).map(({ id }) => id);

describe('a tag that names a technique', () => {
  it('is one when it is an id, however it is written', () => {
    expect(techniqueOfTag('T1059.001')).toBe('T1059.001');
    expect(techniqueOfTag('t1059')).toBe('T1059');
    expect(techniqueOfTag('T1059.1')).toBeUndefined();
    expect(techniqueOfTag('T1059-powershell')).toBeUndefined();
  });

  it('is completed from an id, its beginning, or words of the name', () => {
    expect(ids('t1059.00')).toContain('T1059.001');
    expect(ids('1059.001')).toEqual(['T1059.001']);
    expect(ids('powershell')).toEqual(['T1059.001', 'T1546.013']);
    expect(ids('lsass memory')).toEqual(['T1003.001']);
    expect(ids('hash pass-the')).toEqual(['T1550.002']);
    expect(ids('p')).toEqual([]);
    expect(ids('no such thing')).toEqual([]);
  });

  it('is never completed to an id that ATT&CK revoked', () => {
    expect(ids('T1562')).toEqual([]);
    expect(ids('impair defenses')).toEqual([]);
  });
});
