import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import { GUIDANCE_LABELS } from '#shared/response/playbook/guidance.ts';
import { CATEGORIES } from '#shared/response/playbook/playbook.ts';
import { readPlaybook } from '#shared/response/playbook/read-playbook.ts';

const docs = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, '..', '..', 'docs', name), 'utf8');

describe('what is written about playbooks', () => {
  it('shows one that can be imported', async () => {
    const example = /```json\n([\s\S]+?)```/.exec(await docs('guide/write-a-playbook.md'))?.[1];
    expect(readPlaybook(example ?? '', 'example.json')).toMatchObject({ ok: true });
  });

  it('names every category, phase and label', async () => {
    const format = await docs('format/playbook.md');
    for (const word of [...CATEGORIES, ...RESPONSE_PHASES]) expect(format).toContain(`\`${word}\``);
    for (const label of GUIDANCE_LABELS) expect(format).toContain(`\`${label}:\``);
  });
});
