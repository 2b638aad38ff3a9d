import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg, totalmem } from 'node:os';

/** The machine, as far as figures depend on it. */
export function machine() {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores, ${memory} GB memory, ${system()}, Node ${process.versions.node}`;
}

/** Is something else running? More than a core's half in the last minute counts as busy. */
export function busyness() {
  const [load = 0] = loadavg();
  return { busy: load > availableParallelism() / 2, text: `load average ${load.toFixed(1)}` };
}

function system() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? process.platform;
  } catch {
    // Only Linux says what it is in a file; elsewhere the kernel's name has to do.
    return process.platform;
  }
}
