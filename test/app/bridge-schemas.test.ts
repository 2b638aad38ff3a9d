import { describe, expect, it } from 'vitest';
import { checkHostParams, isHostMethod } from '#shared/ipc/bridge-schemas.ts';

describe('calls from the page to the host', () => {
  it('are those of the contract', () => {
    expect(isHostMethod('print.pdf')).toBe(true);
    for (const name of ['app.quit', 'constructor', '__proto__', 'toString', 7, undefined]) {
      expect(isHostMethod(name)).toBe(false);
    }
  });

  it('are let in when they have the contract’s shape', () => {
    const params = { title: 'Save', name: 'report.pdf', kind: 'pdf' as const };
    expect(checkHostParams('dialog.save', params)).toEqual({ ok: true, params });
  });

  it.each([
    ['dialog.save', { title: 'Save', name: 'x', kind: 'exe' }, 'kind'],
    ['dialog.save', { title: 'Save', name: 'x'.repeat(300), kind: 'pdf' }, 'name'],
    ['shell.showInFolder', { path: '' }, 'path'],
    ['window.ready', { more: 1 }, 'more'],
    ['window.ready', null, 'object'],
  ] as const)('are refused with a reason: %s %j', (method, params, part) => {
    const checked = checkHostParams(method, params);
    expect(checked.ok ? '' : checked.why).toContain(part);
  });
});
