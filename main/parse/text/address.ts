import { ipOf } from './ip.ts';

/** The address in `192.0.2.1`, `192.0.2.1:443`, `[2001:db8::1]:443` */
export function addressOf(text: string): string | undefined {
  return (
    ipOf(text) ??
    ipOf(/^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? '') ??
    ipOf(/^([\d.]+):\d+$/.exec(text)?.[1] ?? '')
  );
}
