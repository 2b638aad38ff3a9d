#!/usr/bin/env node
// npx fireline <command> …: the command line of a checkout. Builds when needed; stdout is the command's alone.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { root } from './project.mjs';
import { runCommand } from './say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureNode } from './setup/node-version.mjs';

await runCommand('setup', async () => {
  ensureNode();
  ensureDependencies(root);
  ensureBuilt(root);
  process.env['FIRELINE_PRINTER'] ??= JSON.stringify([
    process.execPath,
    join(root, 'tooling', 'electron.mjs'),
  ]);
  await import(pathToFileURL(join(root, 'out', 'main', 'cli.js')).href);
  return Number(process.exitCode ?? 0);
});
