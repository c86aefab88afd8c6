// A MongoDB server for tests, in memory: node server.mjs [--port N] [--user name:password] [--read-user name:password]
//   [--latency ms] [--replica-set name] [--largest-document bytes] [--tls file with certificate and key]
// Listens on 127.0.0.1, prints "READY port", and ends when its standard input does, that is, with its parent.
import fs from 'node:fs';
import net from 'node:net';
import tls from 'node:tls';
import { parseArgs } from 'node:util';
import { Authentication } from './authentication.mjs';
import { Server } from './commands.mjs';
import { serve } from './wire.mjs';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    user: { type: 'string' },
    'read-user': { type: 'string' },
    latency: { type: 'string', default: '0' },
    'replica-set': { type: 'string' },
    'largest-document': { type: 'string', default: String(16 * 1024 * 1024) },
    tls: { type: 'string' },
  },
});

const listener = options.tls
  ? tls.createServer({ noDelay: true, cert: fs.readFileSync(options.tls), key: fs.readFileSync(options.tls) })
  : net.createServer({ noDelay: true });
listener.listen(Number(options.port), '127.0.0.1', () => {
  const { port } = listener.address();
  const server = new Server({
    authentication: new Authentication(options.user, options['read-user']),
    replicaSet: options['replica-set'],
    address: `127.0.0.1:${port}`,
    largestDocument: Number(options['largest-document']),
  });
  listener.on(options.tls ? 'secureConnection' : 'connection', (socket) => serve(socket, server, Number(options.latency)));
  console.log('READY', port);
});
process.stdin.on('end', () => process.exit(0)).resume();
process.on('SIGTERM', () => process.exit(0));
