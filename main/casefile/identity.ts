import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Analyst } from '#shared/model/case.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { z } from 'zod';
import { replaceFile } from './durable-file.ts';
import { ioFailure, isSystemError } from './io-failure.ts';
import type { Signer } from './signing-key.ts';
import { analystIdOf, createSigner, readPublicKey } from './signing-key.ts';

const FILE = 'identity.json';

const identitySchema = z.object({
  format: z.literal(1),
  id: z.string(),
  name: z.string().min(1),
  publicKey: z.string(),
  privateKey: z.string(),
});
type Identity = z.infer<typeof identitySchema>;

/**
 * Where this analyst's key lies: `FIRELINE_IDENTITY`, or the folder where the desktop app keeps its settings, so
 * that the window and the command line sign with one key.
 */
export function identityFolder(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env['FIRELINE_IDENTITY'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'win32') {
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Fireline');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'Fireline');
  }
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Fireline');
}

/** The analyst of this machine's user; the key is made on first use and never replaced. */
export async function loadIdentity(folder: string): Promise<Result<Signer>> {
  const path = join(folder, FILE);
  try {
    return readIdentity(await readFile(path, 'utf8'), path);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') {
      return { ok: false, failure: ioFailure(error, 'Your signing key cannot be read', path) };
    }
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await createOnce(path, newIdentity(defaultName()));
    return readIdentity(await readFile(path, 'utf8'), path);
  } catch (error) {
    return { ok: false, failure: ioFailure(error, 'No signing key can be made', path) };
  }
}

/** Changes the name that later entries carry; the key and the id stay. */
export async function renameIdentity(folder: string, name: string): Promise<Result<Signer>> {
  const current = await loadIdentity(folder);
  if (!current.ok) return current;
  const path = join(folder, FILE);
  try {
    const identity = identitySchema.parse(JSON.parse(await readFile(path, 'utf8')));
    await replaceFile(path, textOf({ ...identity, name: name.trim() || identity.name }), 0o600);
    return readIdentity(await readFile(path, 'utf8'), path);
  } catch (error) {
    return { ok: false, failure: ioFailure(error, 'Your name cannot be saved', path) };
  }
}

function readIdentity(text: string, path: string): Result<Signer> {
  const damaged = (): Result<never> =>
    fail(
      'io',
      `Your signing key in ${path} is damaged. Put back a copy of it, or move it away: a new key is made then, and it will sign as another analyst.`,
      path,
    );
  try {
    const parsed = identitySchema.safeParse(JSON.parse(text));
    if (!parsed.success) return damaged();
    const { name, publicKey: pem, privateKey } = parsed.data;
    const publicKey = readPublicKey(pem);
    if (publicKey === undefined) return damaged();
    const analyst: Analyst = { id: analystIdOf(publicKey), name, publicKey: pem };
    const secret = createPrivateKey(privateKey);
    const fits = analystIdOf(createPublicKey(secret)) === analyst.id;
    return fits && parsed.data.id === analyst.id ? ok(createSigner(analyst, secret)) : damaged();
  } catch (error) {
    if (error instanceof SyntaxError || isSystemError(error)) return damaged();
    throw error;
  }
}

function newIdentity(name: string): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    format: 1,
    id: analystIdOf(publicKey),
    name,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function defaultName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // A user id without an account, as in a container.
    if (isSystemError(error)) return 'analyst';
    throw error;
  }
}

const textOf = (identity: Identity): string => `${JSON.stringify(identity, null, 2)}\n`;

/** Of two processes that start at once, one writes and both go on with what it wrote. */
async function createOnce(path: string, identity: Identity): Promise<void> {
  const temporary = `${path}.${identity.id}.tmp`;
  await writeFile(temporary, textOf(identity), { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(temporary, path).catch((error: unknown) => {
      if (isSystemError(error) && error.code === 'EEXIST') throw error;
      // A file system without hard links.
      return copyFile(temporary, path, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}
