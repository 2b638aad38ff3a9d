import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '#shared/query/parse-query.ts';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import { PERSON_ROLES } from '#shared/records/kinds/person.ts';
import { GUIDANCE_LABELS } from '#shared/response/playbook/guidance.ts';
import type { Playbook } from '#shared/response/playbook/playbook.ts';
import { readPlaybook } from '#shared/response/playbook/read-playbook.ts';
import { targetNs } from '#shared/response/playbook/target.ts';
import { valueOf } from '../casefile/case-environment.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'resources', 'playbooks');

const files = (await readdir(FOLDER)).sort();
const playbooks = await Promise.all(
  files.map(async (file): Promise<readonly [string, Playbook]> => [
    file,
    valueOf(readPlaybook(await readFile(join(FOLDER, file), 'utf8'), file)),
  ]),
);

describe('the playbooks that come with Fireline', () => {
  it('are ten', () => {
    expect(files.map((file) => file.replace('.json', ''))).toEqual([
      'business-email-compromise',
      'cloud-account-takeover',
      'denial-of-service',
      'insider-data-theft',
      'lost-device',
      'malware-outbreak',
      'phishing',
      'ransomware',
      'stolen-credentials',
      'web-server-intrusion',
    ]);
  });

  it.each(playbooks)('%s is whole', (file, { id, steps, sources }) => {
    expect(`${id}.json`).toBe(file);
    expect(steps.length).toBeGreaterThanOrEqual(15);
    expect(steps.length).toBeLessThanOrEqual(30);
    expect(sources.length).toBeGreaterThan(1);
    const roles: readonly string[] = PERSON_ROLES;
    for (const step of steps) {
      expect(roles).toContain(step.role);
      expect(step.guidance, step.id).not.toEqual([]);
      expect(step.target, step.id).toBeDefined();
    }
    const phases = new Set(steps.map(({ phase }) => phase));
    for (const phase of RESPONSE_PHASES.slice(1)) expect(phases).toContain(phase);
    const lines = steps.flatMap(({ guidance }) => guidance).join('\n');
    for (const label of GUIDANCE_LABELS.slice(0, 4)) expect(lines).toContain(`${label}: `);
  });

  it.each(playbooks)('%s asks the evidence in queries that parse', (_file, { steps }) => {
    const queries = steps.flatMap(({ query }) => query ?? []);
    expect(queries.length).toBeGreaterThanOrEqual(3);
    expect(queries.filter((query) => !parseQuery(query).ok)).toEqual([]);
  });

  it.each(playbooks)('%s gives no step less time than one it waits for', (_file, { steps }) => {
    const due = new Map(steps.map(({ id, target = '' }) => [id, targetNs(target) ?? 0n]));
    const late = steps.flatMap(({ id, after }) =>
      after.filter((before) => (due.get(before) ?? 0n) > (due.get(id) ?? 0n)).map((b) => [b, id]),
    );
    expect(late).toEqual([]);
  });
});
