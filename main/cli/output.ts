/** Where the command line writes. Standard output carries results only; everything said beside goes to the other. */
export interface Output {
  /** A result line for people. Silent with --json. */
  say(line: string): void;
  /** A result as one JSON line. Silent without --json. */
  json(value: unknown): void;
  /** Text as it is, whatever the mode: event rows. Waits while the reader is slow. */
  raw(text: string): Promise<void>;
  /** Rewritten in place on a terminal, nothing otherwise. */
  progress(line: string): void;
  error(line: string): void;
}

const safe = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;

/** Evidence strings must not drive the terminal: control characters are shown as escapes. */
export const printable = (text: string): string =>
  text.replace(
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export function createOutput(
  asJson: boolean,
  stdout: NodeJS.WriteStream,
  stderr: NodeJS.WriteStream,
): Output {
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    say(line) {
      if (asJson) return;
      clear();
      stdout.write(`${printable(line)}\n`);
    },
    json(value) {
      if (asJson) stdout.write(`${JSON.stringify(value, safe)}\n`);
    },
    raw: (text) =>
      new Promise((resolve) => {
        clear();
        if (stdout.write(text)) resolve();
        else stdout.once('drain', resolve);
      }),
    progress(line) {
      if (asJson || !stderr.isTTY) return;
      stderr.write(
        `\r\u001b[K${printable(line).slice(0, Math.max(20, (stderr.columns ?? 80) - 1))}`,
      );
      shown = true;
    },
    error(line) {
      clear();
      stderr.write(`fireline: ${printable(line)}\n`);
    },
  };
}
