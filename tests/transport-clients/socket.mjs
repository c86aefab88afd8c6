// Runs many operations over one socket of graphql-ws, drops the line and comes back, then waits for the server's goodbye.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url] = process.argv.slice(2);
const connected = [];
const client = createClient({
  url,
  webSocketImpl: WebSocket,
  retryWait: async () => {},
  on: { connected: (socket) => connected.push(socket) },
});

function run(query) {
  return new Promise((resolve, reject) => {
    const got = [];
    client.subscribe({ query }, {
      next: ({ data, errors }) => got.push(errors ?? Object.values(data)[0]),
      error: (error) => (Array.isArray(error) ? resolve(error[0].message) : reject(error)),
      complete: () => resolve(got),
    });
  });
}

// Keeps the socket open while the others come and go.
let ticks = 0;
let onTick = () => {};
const stop = client.subscribe({ query: 'subscription { tick }' }, {
  next: () => { ticks += 1; onTick(); },
  error: (error) => console.error(error),
  complete: () => {},
});
const nextTick = () => new Promise((resolve) => { onTick = resolve; });

const many = await Promise.all(
  Array.from({ length: 60 }, (_, i) => run(i % 3 === 0 ? `{ double(number: ${i}) }` : i % 3 === 1 ? `mutation { double(number: ${i}) }` : `subscription { count(to: ${i}) }`)));
const wrong = many.filter((got, i) => JSON.stringify(got) !== JSON.stringify(i % 3 === 2 ? Array.from({ length: i }, (_, n) => n + 1) : [i * 2]));
const refused = await run('{ nothing }');
const sockets = connected.length;

connected[0].terminate();
await nextTick();
const reconnected = connected.length;

const closed = await new Promise((resolve) => {
  client.on('closed', (event) => resolve(`${event.code} ${event.reason}`));
  run('mutation { stop }').catch(() => {});
});
stop();
await client.dispose();
console.log(JSON.stringify({ operations: many.length, wrong, refused, sockets, reconnected, closed }));
process.exit(0);
