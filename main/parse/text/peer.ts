import type { ParsedEvent } from '../parser.ts';
import { addressOf } from './address.ts';

/**
 * Where daemons put the address of who talks to them: `from 192.0.2.1`, `client=mail[192.0.2.1]`, `rip=192.0.2.1`,
 * `(user,192.0.2.1)`, or at the very beginning with its port. `relay` is the peer where an address follows it at once;
 * before a name it is where mail goes.
 */
const PEER =
  /(?:\b(?:from|client|rip|rhost|raddr|(?:client_?)?ip(?:[ _]?address)?|peer|remote|attacker|src|host(?==))(?:=|: ?| )(?:host |@0x[0-9a-f]+ |\[AF_INET6?\])?['"(<]{0,2}(?:[\w.-]*\[)?|\brelay=|\w\([^,()\s]*,|^|: [\w.-]*\[|\([\w.:-]+\[)([0-9a-f:.]{3,45})(?![\w-])/gi;

/** Names that hold hexadecimal digits look like the beginning of an address; of those no more are tried. */
const MAX_TRIES = 8;

/**
 * Sets the peer from a message of which nothing else is known, where it is unmistakable: what a stranger gave as a
 * name may read like an address too, and of two that differ none is taken.
 */
export function readPeer(message: string, event: ParsedEvent): void {
  PEER.lastIndex = 0;
  let peer: string | undefined;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const found = PEER.exec(message);
    if (found === null) break;
    const address = addressOf((found[1] ?? '').replace(/[.:]+$/, ''));
    if (address === undefined) continue;
    if (peer !== undefined && peer !== address) return;
    peer = address;
  }
  event.sourceIp = peer;
}
