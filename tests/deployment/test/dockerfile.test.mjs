import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { DockerfileParser } from 'dockerfile-ast';
import { exists, root, text } from './repository.mjs';

const dockerfile = DockerfileParser.parse(text('Dockerfile'));
const instructions = dockerfile.getInstructions();
const stages = dockerfile.getFROMs();
const of = (keyword) => instructions.filter((instruction) => instruction.getKeyword() === keyword);
const words = (instruction) => instruction.getArguments().map((argument) => argument.getValue());

/** What is copied from the folder of the build. */
const copied = dockerfile.getCOPYs().filter((copy) => !copy.getFlags().some((flag) => flag.getName() === 'from')).map((copy) => {
  const paths = words(copy);
  return { from: paths.slice(0, -1), to: paths.at(-1) };
});

test('every file that is copied exists', () => {
  const ignored = text('.dockerignore').trim().split('\n');
  for (const name of copied.flatMap(({ from }) => from)) {
    assert.ok(exists(name), name);
    assert.ok(!ignored.includes(name.split('/')[0]), `${name} is in .dockerignore`);
  }
});

test('every project is there before the restore', () => {
  const projects = fs.readdirSync(path.join(root, 'src')).map((name) => `src/${name}/${name}.csproj`).filter(exists);
  assert.deepEqual(copied.flatMap(({ from }) => from).filter((name) => name.endsWith('.csproj')), projects);
});

test('stages that are named exist', () => {
  const names = stages.map((stage) => stage.getBuildStage()).filter(Boolean);
  for (const copy of dockerfile.getCOPYs())
    for (const flag of copy.getFlags()) if (flag.getName() === 'from') assert.ok(names.includes(flag.getValue()), flag.getValue());
});

test('the program runs as a user of its own, with the driver, and says how it is', () => {
  const last = stages.at(-1).getRange().start.line;
  const inLast = (keyword) => of(keyword).filter((instruction) => instruction.getRange().start.line > last);
  assert.deepEqual(inLast('USER').map(words), [['app']]);
  assert.ok(inLast('RUN').some((run) => /libmongoc-1\.0-0/.test(run.getArgumentsContent())));
  assert.equal(inLast('HEALTHCHECK').length, 1);
  assert.equal(of('ENTRYPOINT').length, 1);
});

test('the health check fails unless the answer is 200', async () => {
  const line = of('HEALTHCHECK')[0].getTextContent();
  const command = JSON.parse(line.slice(line.indexOf('["')));
  let status = 200;
  const asked = [];
  const server = http.createServer((request, response) => { asked.push(request.url); response.writeHead(status).end('Healthy'); }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = String(server.address().port);
  const check = async () => (await once(spawn(command[0], command.slice(1).map((part) => part.replace('8080', port)), { stdio: 'ignore' }), 'exit'))[0];

  assert.equal(await check(), 0);
  status = 503;
  assert.equal(await check(), 1);
  server.close();
  server.closeAllConnections();
  assert.equal(await check(), 1);
  assert.deepEqual(asked, ['/health/ready', '/health/ready']);
});

test('what is copied is enough to restore, to publish and to run', { timeout: 900_000 }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'govgraph-image-'));
  try {
    const run = (command, args, cwd) => {
      const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
      assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
      return stdout;
    };
    // bin, obj and the like are in .dockerignore.
    const isWanted = (name) => !/\/(bin|obj|node_modules)$/.test(name);
    const put = (from, to) => {
      const target = to.endsWith('/') ? path.join(folder, to, path.basename(from)) : path.join(folder, to);
      fs.cpSync(path.join(root, from), target, { recursive: true, filter: isWanted });
    };
    const commands = of('RUN').map((instruction) => instruction.getArgumentsContent()).filter((content) => content.startsWith('dotnet '));
    assert.equal(commands.length, 2);
    const [restore, publish] = commands.map((content) => content.replace('/app', path.join(folder, 'app')).split(' ').slice(1));
    const isEarly = ({ from }) => from.every((name) => fs.statSync(path.join(root, name)).isFile());

    for (const { from, to } of copied.filter(isEarly)) for (const name of from) put(name, to === './' ? `${name}` : to);
    run('dotnet', restore, folder);
    for (const { from, to } of copied.filter((copy) => !isEarly(copy))) for (const name of from) put(name, to);
    // The page of GraphiQL has a test of its own.
    run('dotnet', [...publish, '-p:BuildIde=false', '--nologo', '--verbosity', 'quiet'], folder);

    const [program, ...args] = JSON.parse(of('ENTRYPOINT')[0].getArgumentsContent());
    assert.match(run(program, [...args, 'schema', 'print'], path.join(folder, 'app')), /type Query/);
    assert.ok(fs.existsSync(path.join(folder, 'app', 'seeds', 'hung-yen-2021-papi.json')));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
