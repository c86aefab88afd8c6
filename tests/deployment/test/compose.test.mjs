import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { parse } from 'yaml';
import { exists, root, text } from './repository.mjs';

const source = text('docker-compose.yml');
const compose = parse(source, { strict: true });
const { services } = compose;

test('MongoDB is there, is set up, then GovGraph starts', () => {
  assert.deepEqual(Object.keys(services), ['mongodb', 'mongodb-setup', 'govgraph']);
  assert.deepEqual(services['mongodb-setup'].depends_on, { mongodb: { condition: 'service_healthy' } });
  assert.deepEqual(services.govgraph.depends_on, { 'mongodb-setup': { condition: 'service_completed_successfully' } });
});

test('MongoDB 8 keeps its data in a volume, as a replica set with a key', () => {
  const { mongodb } = services;
  assert.equal(mongodb.image, 'mongo:8');
  assert.ok(mongodb.volumes.includes('mongodb-data:/data/db'));
  assert.match(mongodb.entrypoint.at(-1), /exec docker-entrypoint\.sh mongod --replSet rs0 --keyFile \/data\/configdb\/keyfile /);
  assert.ok(mongodb.healthcheck.test.includes('mongodb://mongodb:27017/?directConnection=true'));
  assert.equal(mongodb.ports, undefined);
});

test('the shell of the entrypoint is right, and nothing in it is meant for compose', () => {
  const script = services.mongodb.entrypoint.at(-1);
  assert.equal(spawnSync('bash', ['-n'], { input: script }).status, 0);
  assert.doesNotMatch(script, /\$/);
});

test('no password is in the file, and none has a default', () => {
  for (const [name, service] of Object.entries(services))
    for (const [variable, value] of Object.entries(service.environment ?? {}))
      if (/PASSWORD|ConnectionString/.test(variable))
        assert.match(value, /^(?:\$\{\w+:\?set it in \.env\}|mongodb:\/\/govgraph:\$\{\w+:\?set it in \.env\}@.*)$/, `${name} ${variable}`);
  assert.doesNotMatch(source.replaceAll(/\$\{\w+:\?set it in \.env\}/g, ''), /:\/\/\w+:\w+@/);
});

test('the connection string names the server, the set and the user that the setup makes', () => {
  const url = new URL(services.govgraph.environment.GovGraph__Storage__ConnectionString.replace(/\$\{[^}]+\}/, 'secret'));
  assert.equal(url.host, services['mongodb-setup'].environment.MONGODB_HOST);
  assert.equal(url.username, 'govgraph');
  assert.equal(url.pathname, '/govgraph');
  assert.equal(url.searchParams.get('replicaSet'), 'rs0');
  assert.equal(url.searchParams.get('authSource'), 'govgraph');
});

test('volumes are declared, files that are mounted exist, ports are for this machine only', () => {
  const named = new Set(Object.keys(compose.volumes));
  for (const { volumes = [], ports = [] } of Object.values(services)) {
    for (const volume of volumes) {
      const [from] = volume.split(':');
      assert.ok(from.startsWith('.') ? exists(from) : named.delete(from), volume);
    }
    for (const port of ports) assert.match(port, /^127\.0\.0\.1:/);
  }
  assert.equal(named.size, 0);
});

test('whoever reaches GovGraph without a key is on this machine', () => {
  assert.equal(services.govgraph.environment.GovGraph__Access__AllowAnyone, 'true');
  assert.equal(services.govgraph.environment.AllowedHosts, 'localhost;127.0.0.1');
  assert.deepEqual(services.govgraph.ports, ['127.0.0.1:8080:8080']);
});

test('docker compose takes the file', (context) => {
  const compose = (...args) => spawnSync('docker', ['compose', ...args], {
    cwd: root, encoding: 'utf8', env: { ...process.env, MONGODB_ROOT_PASSWORD: 'a1', GOVGRAPH_MONGODB_PASSWORD: 'b2' },
  });
  if (compose('version').status !== 0) return context.skip('there is no docker compose on this machine');
  const { status, stderr } = compose('config', '--quiet');
  assert.equal(status, 0, stderr);
});
