import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CaseEnvironment, CaseFolder } from '#main/casefile/case-folder.ts';
import { createCase } from '#main/casefile/create-case.ts';
import type { Signer } from '#main/casefile/signing-key.ts';
import { analystIdOf, createSigner } from '#main/casefile/signing-key.ts';
import type { Result } from '#shared/model/result.ts';

/** A folder that is gone when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fireline-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function newSigner(name = 'Ada'): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return createSigner({ id: analystIdOf(publicKey), name, publicKey: pem }, privateKey);
}

/** A clock that moves by a second at every look. */
export function tickingClock(start = Date.UTC(2026, 4, 12, 9)): () => number {
  let now = start;
  return () => (now += 1_000);
}

export const newEnvironment = (change: Partial<CaseEnvironment> = {}): CaseEnvironment => ({
  signer: newSigner(),
  clock: tickingClock(),
  tool: 'Fireline 0.0.0 on test',
  ...change,
});

/** The value, or the failure thrown as an error that says what it was. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.failure.code}: ${result.failure.message}`);
}

export async function newCase(
  environment: CaseEnvironment = newEnvironment(),
  title = 'Acme 2026-014',
): Promise<CaseFolder> {
  const opened = valueOf(await createCase(environment, { title, home: temporaryFolder() }));
  onTestFinished(async () => void (await opened.close()));
  return opened;
}
