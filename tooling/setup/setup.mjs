import { root } from '../project.mjs';
import { resolveElectron } from '../runtime/resolve.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureNode } from './node-version.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/**
 * Everything that a fresh machine lacks: npm dependencies, an Electron, the system libraries it links to and
 * the named commands. Quiet and offline when nothing is missing.
 * @param {{ commands: readonly string[] }} needs
 */
export async function setUp({ commands }) {
  ensureNode();
  ensureDependencies(root);
  const runtime = await resolveElectron(root);
  ensureSystemLibraries(runtime, commands);
  return runtime;
}
