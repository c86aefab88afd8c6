// mongosh --nodb --file mongodb-setup.js: makes a replica set of one and the user of GovGraph, where they are missing.
const host = process.env.MONGODB_HOST;
const root = encodeURIComponent(process.env.MONGODB_ROOT_PASSWORD);
const password = process.env.GOVGRAPH_MONGODB_PASSWORD;

/** What a command answers; mongosh throws where it answers with a fault. */
function run(database, command) {
  try {
    return database.runCommand(command);
  } catch (error) {
    return { ok: 0, code: error.code, errmsg: error.message };
  }
}

function must(done, what) {
  if (done.ok !== 1) throw new Error(`${what}: ${done.errmsg}`);
  return done;
}

const admin = connect(`mongodb://root:${root}@${host}/admin?authSource=admin&directConnection=true`);
const NOT_YET_INITIALIZED = 94;
const status = run(admin, { replSetGetStatus: 1 });
if (status.code === NOT_YET_INITIALIZED)
  must(run(admin, { replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } }), "The replica set can't be made");
else must(status, "The replica set can't be asked for");

// A set of one elects itself within seconds.
for (let waited = 0; !run(admin, { hello: 1 }).isWritablePrimary; waited++) {
  if (waited === 120) throw new Error('The replica set has no primary after a minute.');
  sleep(500);
}

const govgraph = admin.getSiblingDB('govgraph');
const { users } = must(run(govgraph, { usersInfo: 'govgraph' }), "The users can't be asked for");
must(
  run(govgraph, { [users.length ? 'updateUser' : 'createUser']: 'govgraph', pwd: password, roles: [{ role: 'readWrite', db: 'govgraph' }] }),
  "The user of GovGraph can't be made",
);
print(`Replica set rs0 at ${host} is ready; the user govgraph may read and write the database govgraph.`);
