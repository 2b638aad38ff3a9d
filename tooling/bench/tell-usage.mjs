// Loaded before a program whose CPU is measured (`node --import`): at its end, writes what all its threads took, s.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(
      process.env['FIRELINE_USAGE'] ?? '',
      JSON.stringify({ cpu: (user + system) / 1e6 }),
    );
  });
}
