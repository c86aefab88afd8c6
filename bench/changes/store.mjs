// GovGraph with the five published plans, over a store of its own: embedded, or in the MongoDB double.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from '../http/server.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const program = here('../../src/GovGraph.Server/bin/Release/net10.0/GovGraph.Server.dll');
const firstPort = 4650;
let opened = 0;

/** Opens a store, lets `work` ask its server, and clears all away. */
export async function withStore(kind, connections, work) {
  const folder = mkdtempSync(join(tmpdir(), 'govgraph-changes-'));
  const double = kind === 'double' ? await startDouble() : null;
  const port = firstPort + opened++;
  const server = new Server(`GovGraph, ${kind}`, ['dotnet', program], port, {
    ASPNETCORE_URLS: `http://127.0.0.1:${port}`,
    GovGraph__Storage__Path: join(folder, 'store'),
    ...(double && { GovGraph__Storage__ConnectionString: `mongodb://127.0.0.1:${double.port}/govgraph?replicaSet=rs0` }),
    Logging__LogLevel__Default: 'Warning',
  }, join(folder, 'log'));
  server.agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  try {
    await server.ready(JSON.stringify({ query: '{ plans { totalCount } }' }));
    return await work(server);
  } finally {
    await server.stop();
    double?.process.stdin.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What an operation answers; one that goes wrong ends the run. */
export async function ask(server, query, variables) {
  const { status, text } = await server.post(JSON.stringify({ query, variables }));
  const { data, errors } = JSON.parse(text);
  if (status !== 200 || errors) throw new Error(`${status}: ${text.slice(0, 2000)}`);
  return data;
}

export async function tasksOf(server, plan) {
  const data = await ask(server, 'query($plan: ID!) { tasks(where: { plan: { id: { eq: $plan } } }, first: 50) { nodes { id } } }', { plan });
  return data.tasks.nodes.map(task => task.id);
}

/** The value below which a share of them lies. */
export const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

async function startDouble() {
  const process = spawn('node', [here('../../tests/mongodb-double/server.mjs'), '--replica-set', 'rs0'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(process.stdout, 'data');
  return { process, port: Number(`${line}`.trim().split(' ')[1]) };
}
