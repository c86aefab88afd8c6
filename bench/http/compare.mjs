// One run: start every server on the same data, compare the answers, measure in short slices by turns, print the tables.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { difference } from './answers.mjs';
import { write } from './data.mjs';
import { body, changedTasks, changes, queries, statusQuery } from './queries.mjs';
import { Server } from './server.mjs';
import { print } from './table.mjs';
import { slice } from './wrk.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '4' }, warm: { type: 'string', default: '1' }, prewarm: { type: 'string', default: '4' }, connections: { type: 'string', default: '32' },
    queries: { type: 'string', default: Object.keys(queries).join() }, servers: { type: 'string', default: 'limit,GovGraph,Mercurius,Yoga,Apollo' }, gc: { type: 'string', default: 'own' },
  },
});
const chosen = options.servers.split(',');
const asked = options.queries.split(',');
const here = path => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'govgraph-compare-'));
const dotnet = { ...(options.gc === 'own' ? {} : { DOTNET_gcServer: options.gc === 'server' ? '1' : '0' }), Logging__LogLevel__Default: 'Warning' };
const node = { NODE_ENV: 'production', PLANS: join(folder, 'plans.json') };
const servers = [];
let nextPort = 4610;

process.once('SIGINT', () => end().then(() => process.exit(130)));
process.once('SIGTERM', () => end().then(() => process.exit(143)));
try {
  await run();
} finally {
  await end();
}

async function run() {
  write(pathToFileURL(`${join(folder, 'seeds')}/`), node.PLANS);
  const readied = await start('GovGraph', ['dotnet', here('../../src/GovGraph.Server/bin/Release/net10.0/GovGraph.Server.dll')], port => ({
    ...dotnet, ASPNETCORE_URLS: `http://127.0.0.1:${port}`, GovGraph__Seeds: join(folder, 'seeds'), GovGraph__Storage__Path: join(folder, 'store'),
  }));
  const expected = await record(readied);
  if (chosen.includes('limit')) {
    const limit = await start('limit', ['dotnet', here('Limit/bin/Release/net10.0/Limit.dll')], port => ({ ...dotnet, ASPNETCORE_URLS: `http://127.0.0.1:${port}`, ANSWERS: join(folder, 'answers') }));
    servers.unshift(servers.splice(servers.indexOf(limit), 1)[0]);
  }

  for (const peer of ['Mercurius', 'Yoga', 'Apollo'].filter(name => chosen.includes(name))) {
    const server = await start(peer, ['node', here(`peers/${peer.toLowerCase()}.mjs`)], port => ({ ...node, PORT: `${port}` }));
    await check(server, expected);
  }

  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}, ${options.gc === 'own' ? 'each with its own' : options.gc} garbage collector, ${options.connections} connections, ${options.rounds} rounds of ${options.seconds} s, load ${loadavg()[0].toFixed(1)} before`);
  await prewarm();
  const rows = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const query of asked) {
      for (const server of turned(servers.filter(one => chosen.includes(one.name)), round)) rows.push(await measure(server, query, round));
    }
  }

  print(rows, servers, { limit: 'limit', fastestPeer: 'Mercurius' });
  console.log(`Load ${loadavg()[0].toFixed(1)} after.`);
}

async function start(name, command, environment) {
  const port = nextPort++;
  const server = new Server(name, command, port, environment(port), join(folder, `${name}.log`));
  servers.push(server);
  await server.ready(body('small', queries.small.variables[0]));
  server.memoryWhenReady = server.memory;
  return server;
}

/** GovGraph's answers: what the peers must say too, and the bytes of the limit. */
async function record(server) {
  const answers = {};
  for (const [name, { operationName = name }] of Object.entries(queries)) {
    answers[name] = [];
    mkdirSync(join(folder, 'answers', operationName), { recursive: true });
    for (const [index, text] of bodiesOf(name).entries()) {
      const answer = await server.post(text);
      if (answer.status !== 200 || JSON.parse(answer.text).errors) throw new Error(`GovGraph answers ${name} with ${answer.status} ${answer.text.slice(0, 500)}`);
      answers[name].push(answer.text);
      writeFileSync(join(folder, 'answers', operationName, `${index}.json`), answer.text);
    }
  }
  return answers;
}

async function check(server, expected) {
  for (const name of Object.keys(queries)) {
    for (const [index, text] of bodiesOf(name).entries()) {
      const answer = await server.post(text);
      const found = answer.status === 200 ? difference(name, expected[name][index], answer.text) : `${answer.status} ${answer.text.slice(0, 500)}`;
      if (found) throw new Error(`${server.name} does not answer ${name} as GovGraph does: ${found}`);
    }
  }
}

/** Before the measuring, a few changes stand for all of them. */
function bodiesOf(name) {
  return name === 'updateTaskStatus' ? changes([]).slice(0, 16) : queries[name].variables.map(variables => body(name, variables));
}

/** Compilers that work while a program runs have done their work when the measuring begins. */
async function prewarm() {
  if (options.prewarm === '0') return;
  for (const server of servers.filter(one => chosen.includes(one.name))) {
    for (const query of asked.filter(name => name !== 'updateTaskStatus')) {
      await slice(server, bodyFile(server, query, bodiesOf(query)), { connections: Number(options.connections), seconds: Number(options.prewarm) });
    }
  }
}

function bodyFile(server, query, bodies) {
  const file = join(folder, `${server.name}-${query}.txt`);
  writeFileSync(file, bodies.join('\n'));
  return file;
}

async function measure(server, query, round) {
  const isChange = query === 'updateTaskStatus';
  const load = { connections: Number(options.connections), seconds: Number(options.warm) };
  for (const isMeasured of [false, true]) {
    if (isMeasured) load.seconds = Number(options.seconds);
    const tasks = isChange && server.name !== 'limit' ? await settled(server) : [];
    const file = bodyFile(server, query, isChange ? changes(tasks.map(task => task.status)) : bodiesOf(query));
    if (load.seconds === 0) continue;
    const row = { server: server.name, query, round, ...await slice(server, file, load) };
    if (tasks.length > 0) await mustHaveChanged(server, tasks, row);
    if (isMeasured) {
      console.error(`${round + 1} ${query} ${server.name}: ${Math.round(row.rate)}/s, p50 ${row.p50.toFixed(2)} ms, p99 ${row.p99.toFixed(2)} ms, ${Math.round(row.processor)} µs of the processor, others ${(row.others * 100).toFixed(0)} %`);
      return row;
    }
  }
}

/** The tasks once the changes are made that the last slice sent and did not wait for. */
async function settled(server) {
  let before = await statuses(server);
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    await new Promise(resolve => setTimeout(resolve, 200));
    const now = await statuses(server);
    if (versions(before) === versions(now)) return now;
    before = now;
  }

  throw new Error(`${server.name} goes on changing tasks long after the last request.`);
}

function statuses(server) {
  return Promise.all(changedTasks.map(async id => JSON.parse((await server.post(JSON.stringify({ operationName: 'status', variables: { id }, query: statusQuery }))).text).data.taskById));
}

/** Every answer was a change: the versions have grown by as many. */
async function mustHaveChanged(server, before, row) {
  const changed = versions(await statuses(server)) - versions(before);
  if (changed < row.requests) throw new Error(`${server.name} answered ${row.requests} changes and made ${changed}`);
}

function versions(tasks) { return tasks.reduce((sum, task) => sum + task.version, 0); }

function turned(list, by) { return list.map((_, index) => list[(index + by) % list.length]); }

async function end() {
  await Promise.all(servers.map(server => server.stop()));
  rmSync(folder, { recursive: true, force: true });
}
