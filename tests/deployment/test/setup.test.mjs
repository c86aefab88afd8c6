import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import { text } from './repository.mjs';

const OK = { ok: 1 };

/** Runs the script as mongosh does, on a server that answers so; what it asked, by database. */
function setup(answers) {
  const asked = [];
  const database = (name) => ({
    getSiblingDB: database,
    runCommand(command) {
      const [verb] = Object.keys(command);
      asked.push([name, command]);
      const answer = typeof answers[verb] === 'function' ? answers[verb](asked) : answers[verb] ?? OK;
      if (!answer.ok) throw Object.assign(new Error(answer.errmsg), answer);
      return answer;
    },
  });
  const lines = [];
  vm.runInNewContext(text('deploy/mongodb-setup.js'), {
    connect: (uri) => (asked.push(['connect', uri]), database('admin')),
    encodeURIComponent,
    print: (line) => lines.push(line),
    process: { env: { MONGODB_HOST: 'mongodb:27017', MONGODB_ROOT_PASSWORD: 'p@ss', GOVGRAPH_MONGODB_PASSWORD: 'b2' } },
    sleep: () => {},
  });
  return { asked: JSON.parse(JSON.stringify(asked)), lines };
}

const NOT_YET = { ok: 0, code: 94, errmsg: 'no replset config has been received' };
const PRIMARY = { ok: 1, isWritablePrimary: true };
const USER = { pwd: 'b2', roles: [{ role: 'readWrite', db: 'govgraph' }] };

test('a new server becomes a replica set with the user of GovGraph', () => {
  let waits = 3;
  const { asked, lines } = setup({ replSetGetStatus: NOT_YET, hello: () => (waits-- ? OK : PRIMARY), usersInfo: { ok: 1, users: [] } });

  assert.deepEqual(asked[0], ['connect', 'mongodb://root:p%40ss@mongodb:27017/admin?authSource=admin&directConnection=true']);
  assert.deepEqual(asked[2], ['admin', { replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] } }]);
  assert.equal(asked.filter(([, command]) => command.hello).length, 4);
  assert.deepEqual(asked.at(-1), ['govgraph', { createUser: 'govgraph', ...USER }]);
  assert.equal(lines.length, 1);
});

test('a server that was set up only takes the password anew', () => {
  const { asked } = setup({ hello: PRIMARY, usersInfo: { ok: 1, users: [{ user: 'govgraph' }] } });

  assert.ok(!asked.some(([, command]) => command.replSetInitiate));
  assert.deepEqual(asked.at(-1), ['govgraph', { updateUser: 'govgraph', ...USER }]);
});

test('what fails is named, and ends it', () => {
  assert.throws(() => setup({ replSetGetStatus: { ok: 0, code: 13, errmsg: 'not authorized' } }), /^Error: The replica set can't be asked for: not authorized$/);
  assert.throws(() => setup({ replSetGetStatus: NOT_YET, replSetInitiate: { ok: 0, errmsg: 'no' } }), /^Error: The replica set can't be made: no$/);
  assert.throws(() => setup({ hello: OK }), /^Error: The replica set has no primary after a minute\.$/);
  assert.throws(() => setup({ hello: PRIMARY, usersInfo: { ok: 1, users: [] }, createUser: { ok: 0, errmsg: 'weak' } }), /^Error: The user of GovGraph can't be made: weak$/);
});
