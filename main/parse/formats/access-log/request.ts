/** The parts of a request line, as far as it is one: clients send anything. */
export interface Request {
  readonly method: string;
  readonly target: string;
  readonly path: string;
  readonly query: string | undefined;
  readonly version: string | undefined;
}

const METHOD = /^[A-Za-z][A-Za-z_-]{1,30}$/;

/** Reads `GET /path?query HTTP/1.1`; undefined for what is no request, such as a TLS hello on a plain port. */
export function readRequest(text: string): Request | undefined {
  const space = text.indexOf(' ');
  if (space < 2) return undefined;
  const method = text.substring(0, space);
  if (!METHOD.test(method)) return undefined;
  const last = text.lastIndexOf(' ');
  const versioned = last > space && text.startsWith('HTTP/', last + 1);
  const target = text.substring(space + 1, versioned ? last : text.length);
  const mark = target.indexOf('?');
  return {
    method,
    target,
    path: mark < 0 ? target : target.substring(0, mark),
    query: mark < 0 ? undefined : target.substring(mark + 1),
    version: versioned ? text.substring(last + 6) : undefined,
  };
}
