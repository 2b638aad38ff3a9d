import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** Addresses that never leave the program. */
const LOCAL = /^(app|blob|data|devtools|about):/;

/** What Chromium calls an attempt to reach something: a request, a name to resolve, a socket to connect. */
const ATTEMPTS: ReadonlySet<string> = new Set([
  'URL_REQUEST_START_JOB',
  'HOST_RESOLVER_MANAGER_REQUEST',
  'TCP_CONNECT',
  'UDP_CONNECT',
]);

const constants = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
});
const logged = z.object({
  type: z.number(),
  params: z
    .object({ url: z.string(), host: z.string(), address: z.string(), address_list: z.unknown() })
    .partial()
    .optional(),
});

/**
 * Reads a Chromium net log (an event a line; cut short when the app was killed) and the requests that pages made.
 * @returns one line for each attempt to reach anything outside the program
 */
export function networkAttempts(logFile: string, requests: readonly string[]): readonly string[] {
  const outside = requests.filter((url) => !LOCAL.test(url)).map((url) => `page: ${url}`);
  return [...outside, ...(existsSync(logFile) ? logAttempts(readFileSync(logFile, 'utf8')) : [])];
}

function logAttempts(text: string): string[] {
  const [first = '', ...lines] = text.split('\n');
  const types = constants.parse(JSON.parse(`${first.replace(/,\s*$/, '')}}`)).constants
    .logEventTypes;
  const names = new Map(Object.entries(types).map(([name, type]) => [type, name]));
  // Should a Chromium rename them, the log would look empty.
  for (const name of ATTEMPTS)
    if (!(name in types)) throw new Error(`the net log knows no ${name}`);

  const attempts: string[] = [];
  for (const line of lines) {
    if (!line.startsWith('{') || !line.includes('}')) continue;
    const event = eventOf(line.slice(0, line.lastIndexOf('}') + 1));
    const name = names.get(event?.type ?? -1) ?? '';
    const to = event?.params?.url ?? event?.params?.host ?? event?.params?.address;
    const list = event?.params?.address_list;
    const what = to ?? (list === undefined ? undefined : JSON.stringify(list));
    if (!ATTEMPTS.has(name) || what === undefined || LOCAL.test(what)) continue;
    attempts.push(`${name}: ${what}`);
  }
  return attempts;
}

/** The event of a line, or undefined for the last line of a log that was cut short. */
function eventOf(line: string): z.infer<typeof logged> | undefined {
  try {
    return logged.parse(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
