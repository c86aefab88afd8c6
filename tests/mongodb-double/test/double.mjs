// Starts a double as a test's own process.
import { deserialize, serialize } from 'bson';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export async function start(...args) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../server.mjs', import.meta.url)), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const port = Number(line.split(' ')[1]);
  return {
    port,
    child,
    uri: (user = '', options = '') => `mongodb://${user ? `${user}@` : ''}127.0.0.1:${port}/test${options}`,
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** Sends commands as they are, without what a client makes of them, and gives the replies. */
export async function raw(port, ...messages) {
  const socket = net.connect(port, '127.0.0.1');
  const replies = [];
  for (const message of messages) {
    const body = serialize(message);
    const head = Buffer.alloc(21);
    head.writeInt32LE(head.length + body.length, 0);
    head.writeInt32LE(2013, 12);
    socket.write(Buffer.concat([head, body]));
    let reply = Buffer.alloc(0);
    while (reply.length < 4 || reply.length < reply.readInt32LE(0)) reply = Buffer.concat([reply, (await once(socket, 'data'))[0]]);
    replies.push(deserialize(reply.subarray(21)));
  }
  socket.destroy();
  return replies;
}
