import { extname, isAbsolute, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface ServedFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * The file below `folder` that a URL's path names; undefined when it would lie elsewhere or is of a kind that the
 * page does not have. The URL parser has resolved `..` and `%2e%2e`; an encoded slash comes through it and is caught
 * here.
 */
export function servedFile(folder: string, pathname: string): ServedFile | undefined {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  if (/[\0\\]/.test(name)) return undefined;
  const path = join(folder, name);
  const inside = relative(folder, path);
  if (isAbsolute(inside) || inside.split(sep)[0] === '..') return undefined;
  const contentType = TYPES[extname(path).toLowerCase()];
  return contentType === undefined ? undefined : { path, contentType };
}
