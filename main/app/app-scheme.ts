import { readFile } from 'node:fs/promises';
import type { Session } from 'electron';
import { protocol } from 'electron';
import { PAGE_POLICY, PRINT_POLICY } from './content-policy.ts';
import { servedFile } from './served-file.ts';

const SCHEME = 'app';
const PAGE_HOST = 'fireline';
/** Documents to print live on an origin of their own. */
const PRINT_HOST = 'print';

export const PAGE_ORIGIN = `${SCHEME}://${PAGE_HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/**
 * Before the app is ready: makes app:// a standard, secure scheme, which gives the page an origin (and IndexedDB)
 * without file://, that would read the whole disk, and without a server.
 */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** A document that can be loaded until it is withdrawn. */
export interface Published {
  readonly url: string;
  withdraw(): void;
}

/** Serves the built page, and documents waiting to be printed, to one session. */
export class AppScheme {
  readonly #folder: string;
  readonly #documents = new Map<string, string>();
  #published = 0;

  constructor(session: Session, folder: string) {
    this.#folder = folder;
    session.protocol.handle(SCHEME, (request) => this.#answer(request));
  }

  publish(html: string): Published {
    const name = `/${this.#published++}`;
    this.#documents.set(name, html);
    return {
      url: `${SCHEME}://${PRINT_HOST}${name}`,
      withdraw: () => void this.#documents.delete(name),
    };
  }

  async #answer(request: GlobalRequest): Promise<Response> {
    if (request.method !== 'GET') return refusal(405);
    const { host, pathname } = new URL(request.url);
    if (host === PRINT_HOST) {
      const html = this.#documents.get(pathname);
      return html === undefined
        ? refusal(404)
        : document(html, 'text/html; charset=utf-8', PRINT_POLICY);
    }
    const file = host === PAGE_HOST ? servedFile(this.#folder, pathname) : undefined;
    if (file === undefined) return refusal(404);
    try {
      return document(await readFile(file.path), file.contentType, PAGE_POLICY);
    } catch (error) {
      if (isMissing(error)) return refusal(404);
      throw error;
    }
  }
}

const refusal = (status: 404 | 405): Response => new Response(null, { status });

const document = (body: string | Uint8Array, contentType: string, policy: string): Response =>
  new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  });

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR');
