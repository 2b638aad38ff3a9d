import { join } from 'node:path';
import { build } from 'vite';
import type { Fireline } from '../harness.ts';
import type { WorkPage } from './in-page.ts';

const root = join(import.meta.dirname, '../../..');
let code: string | undefined;

async function bundle(): Promise<string> {
  if (code !== undefined) return code;
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'chrome130',
      lib: { entry: join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'page' },
    },
  });
  const output = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunk = output.find((one) => one.type === 'chunk');
  if (chunk === undefined) throw new Error('nothing was built');
  return (code = chunk.code);
}

/** Runs calls of in-page.ts in the page; the DevTools protocol puts it there past the page's content policy. */
export async function putIntoPage(fireline: Fireline) {
  // What is put in like this may evaluate strings while it starts and not after; the page itself never may.
  const start = 'globalThis.__zod_globalConfig ??= {}; __zod_globalConfig.jitless = true;';
  await fireline.cdp.send('Runtime.evaluate', { expression: start + (await bundle()) });
  return async <K extends keyof WorkPage>(
    name: K,
    ...args: Parameters<WorkPage[K]>
  ): Promise<Awaited<ReturnType<WorkPage[K]>>> => {
    const expression = `Promise.resolve(workPage[${JSON.stringify(name)}](...${JSON.stringify(args)}))`;
    const { result, exceptionDetails } = await fireline.cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as Awaited<ReturnType<WorkPage[K]>>;
  };
}
