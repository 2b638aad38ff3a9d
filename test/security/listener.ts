import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A server on this machine that notes whatever reaches it. */
export interface Listener {
  readonly port: number;
  /** One line for each connection, request or datagram. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

/** Listens on the same port of 127.0.0.1 for HTTP (and WebSocket upgrades) and for datagrams. */
export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.end('heard');
  });
  server.on('connection', () => heard.push('connection'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4', () => heard.push('datagram'));
  datagrams.bind(port, '127.0.0.1');
  await once(datagrams, 'listening');
  return {
    port,
    heard,
    close: async () => {
      datagrams.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
