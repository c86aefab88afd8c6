// npm's official client must take the double for a MongoDB.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Decimal128, Double, Int32, Long, MongoClient, MongoServerError } from 'mongodb';
import { start } from './double.mjs';

const plan = (n, tasks = 3) => ({
  _id: `plan-${n}`,
  title: `Kế hoạch ${n}`,
  version: Long.fromNumber(1),
  areas: [
    { code: '1', tasks: [{ id: `plan-${n}/1.1`, status: 'NOT_STARTED', dueDate: new Date(Date.UTC(2024, n % 12, 1)) }] },
    { code: '2', components: [{ code: '2.1', tasks: Array.from({ length: tasks }, (_, i) => ({ id: `plan-${n}/2.1.${i}`, status: i % 2 ? 'COMPLETED' : 'NOT_STARTED', weight: new Double(1) })) }] },
  ],
});
const refused = (code) => (error) => error instanceof MongoServerError && Number(error.code) === code;

describe('standalone', () => {
  let double, client, plans;
  before(async () => {
    double = await start();
    client = await new MongoClient(double.uri(), { serverSelectionTimeoutMS: 5000, promoteValues: false }).connect();
  });
  after(async () => {
    await client.close();
    await double.stop();
  });
  beforeEach(async () => {
    await client.db().dropDatabase();
    plans = client.db().collection('plans');
  });

  test('documents come back byte for byte', async () => {
    await plans.insertMany([plan(1), plan(2)]);
    const [bytes] = await plans.find({ 'areas.components.tasks.id': 'plan-2/2.1.2' }, { raw: true }).toArray();
    const { serialize } = await import('bson');
    assert.deepEqual(Buffer.from(bytes), Buffer.from(serialize(plan(2))));
  });

  test('a large result comes in batches', async () => {
    await plans.insertMany(Array.from({ length: 250 }, (_, i) => plan(i, 0)));
    assert.equal((await plans.find({}, { batchSize: 100 }).toArray()).length, 250);
    assert.equal((await client.db().admin().serverStatus()).metrics.cursor.open.total.valueOf(), 0);
  });

  test('a cursor that is closed early is gone', async () => {
    await plans.insertMany(Array.from({ length: 20 }, (_, i) => plan(i, 0)));
    const cursor = plans.find({}, { batchSize: 2 });
    await cursor.next();
    await cursor.close();
    assert.equal((await client.db().admin().serverStatus()).metrics.cursor.open.total.valueOf(), 0);
  });

  test('an index finds what a look at every document finds, and only looks at those', async () => {
    await plans.insertMany(Array.from({ length: 40 }, (_, i) => plan(i)));
    const filters = [
      { _id: 'plan-3' },
      { _id: { $in: ['plan-7', 'plan-3', 'none'] } },
      { 'areas.tasks.id': 'plan-3/1.1' },
      { 'areas.components.tasks.id': { $in: ['plan-3/2.1.0', 'plan-9/2.1.2'] } },
      { $or: [{ 'areas.tasks': { $elemMatch: { id: { $eq: 'plan-5/1.1' }, status: 'NOT_STARTED' } } }, { 'areas.components.tasks': { $elemMatch: { id: { $in: ['plan-6/2.1.1'] } } } }] },
      { $and: [{ 'areas.tasks.id': 'plan-5/1.1' }, { title: { $ne: 'Kế hoạch 6' } }] },
      { 'areas.tasks.dueDate': new Date(Date.UTC(2024, 3, 1)) },
      { 'areas.tasks.dueDate': null },
      { 'areas.tasks.id': /^plan-1/ },
      { 'areas.tasks.id': { $gt: 'plan-8' } },
    ];
    const ids = async (filter) => (await plans.find(filter).toArray()).map((document) => document._id);
    const scanned = async () => Number((await client.db().admin().serverStatus()).metrics.queryExecutor.scannedObjects);
    const looked = async () => {
      const seen = [];
      for (const filter of filters) {
        const before = await scanned();
        const found = await ids(filter);
        assert.deepEqual((await plans.aggregate([{ $match: filter }]).toArray()).map((document) => document._id), found);
        seen.push({ found, scanned: ((await scanned()) - before) / 2 });
      }
      return seen;
    };
    const before = await looked();
    for (const path of ['areas.tasks.id', 'areas.components.tasks.id', 'areas.tasks.dueDate']) await plans.createIndex({ [path]: 1, title: 1 });
    const after = await looked();
    assert.deepEqual(after.map((one) => one.found), before.map((one) => one.found));
    assert.deepEqual(before.map((one) => one.scanned), [1, 2, 40, 40, 40, 40, 40, 40, 40, 40]);
    assert.deepEqual(after.map((one) => one.scanned), [1, 2, 1, 2, 2, 1, 4, 40, 40, 40]);

    await plans.updateOne({ _id: 'plan-5' }, { $set: { 'areas.0.tasks.0.id': 'moved' } });
    await plans.deleteOne({ _id: 'plan-3' });
    assert.deepEqual(await ids({ 'areas.tasks.id': { $in: ['plan-5/1.1', 'plan-3/1.1', 'moved'] } }), ['plan-5']);
  });

  test('one task is changed through array filters, and number types stay', async () => {
    await plans.insertOne(plan(1));
    const updated = await plans.findOneAndUpdate(
      { _id: 'plan-1', version: Long.fromNumber(1) },
      {
        $set: { 'areas.$[a].components.$[c].tasks.$[t].status': 'IN_PROGRESS' },
        $push: { 'areas.$[a].components.$[c].tasks.$[t].evidence': { url: 'https://example.org/1', size: Long.fromNumber(2 ** 40) } },
        $inc: { version: Long.fromNumber(1) },
      },
      { arrayFilters: [{ 'a.code': '2' }, { 'c.code': '2.1' }, { 't.id': 'plan-1/2.1.0' }], returnDocument: 'after' },
    );
    const [task, other] = updated.areas[1].components[0].tasks;
    assert.equal(task.status, 'IN_PROGRESS');
    assert.equal(task.evidence[0].size._bsontype, 'Long');
    assert.equal(task.weight._bsontype, 'Double');
    assert.equal(updated.version._bsontype, 'Long');
    assert.equal(updated.version.toString(), '2');
    assert.equal(other.status, 'COMPLETED');
  });

  test('a stale version changes nothing', async () => {
    await plans.insertOne(plan(1));
    assert.equal(await plans.findOneAndUpdate({ _id: 'plan-1', version: Long.fromNumber(7) }, { $set: { title: 'x' } }), null);
    const result = await plans.updateOne({ _id: 'plan-1', version: Long.fromNumber(7) }, { $set: { title: 'x' } });
    assert.equal(result.matchedCount.valueOf(), 0);
  });

  test('an array is sorted by its least value, falling by its greatest', async () => {
    await plans.insertMany([{ _id: 'a', marks: [{ at: 5 }, { at: 9 }] }, { _id: 'b', marks: [{ at: 6 }] }, { _id: 'c', marks: [{ at: 7 }, { at: 4 }, { at: 8 }] }, { _id: 'd' }]);
    const ids = async (direction) => (await plans.aggregate([{ $sort: { 'marks.at': direction } }]).toArray()).map(({ _id }) => _id);
    assert.deepEqual(await ids(1), ['d', 'c', 'a', 'b']);
    assert.deepEqual(await ids(-1), ['a', 'c', 'b', 'd']);
  });

  test('tasks of all plans are unwound, filtered, sorted and cut', async () => {
    await plans.insertMany([plan(1), plan(2)]);
    const rows = await plans.aggregate([
      { $match: { 'areas.components.tasks.status': 'COMPLETED' } },
      { $project: { tasks: { $reduce: { input: '$areas', initialValue: [], in: { $concatArrays: ['$$value', { $ifNull: ['$$this.tasks', []] }, { $reduce: { input: { $ifNull: ['$$this.components', []] }, initialValue: [], in: { $concatArrays: ['$$value', '$$this.tasks'] } } }] } } } } },
      { $unwind: '$tasks' },
      { $match: { 'tasks.status': 'COMPLETED' } },
      { $sort: { 'tasks.id': -1 } },
      { $limit: 1 },
      { $project: { _id: 0, plan: '$_id', task: '$tasks.id' } },
    ]).toArray();
    assert.deepEqual(rows, [{ plan: 'plan-2', task: 'plan-2/2.1.1' }]);
  });

  test('what a projection leaves out stays in the document', async () => {
    await plans.insertOne(plan(1));
    const [found] = await plans.find({}, { projection: { 'areas.tasks.status': 0, 'areas.components': 0 } }).toArray();
    assert.deepEqual(found.areas.map((area) => Object.keys(area)), [['code', 'tasks'], ['code']]);
    assert.equal(found.areas[0].tasks[0].status, undefined);
    const [whole] = await plans.find({}, { promoteValues: true }).toArray();
    assert.equal(whole.areas[0].tasks[0].status, 'NOT_STARTED');
    assert.equal(whole.areas[1].components[0].tasks.length, 3);
  });

  test('groups count', async () => {
    await plans.insertMany([plan(1), plan(2)]);
    const rows = await plans.aggregate([{ $unwind: '$areas' }, { $group: { _id: '$areas.code', n: { $sum: 1 } } }, { $sort: { _id: 1 } }]).toArray();
    assert.deepEqual(rows.map(({ _id, n }) => [_id, n.valueOf()]), [['1', 2], ['2', 2]]);
  });

  test('a unique key is kept, on insert and on update', async () => {
    await plans.createIndex({ title: 1 }, { unique: true, name: 'title' });
    await plans.createIndex({ title: 1 }, { unique: true, name: 'title' });
    await plans.insertMany([plan(1), plan(2)]);
    await assert.rejects(plans.insertOne(plan(1)), refused(11000));
    await assert.rejects(plans.insertOne({ ...plan(3), title: 'Kế hoạch 1' }), refused(11000));
    await assert.rejects(plans.updateOne({ _id: 'plan-2' }, { $set: { title: 'Kế hoạch 1' } }), refused(11000));
    assert.deepEqual((await plans.listIndexes().toArray()).map(({ name }) => name), ['_id_', 'title']);
  });

  test('operators that do not exist are refused', async () => {
    await plans.insertOne(plan(1));
    await assert.rejects(plans.find({ title: { $frob: 1 } }).toArray(), refused(2));
    await assert.rejects(plans.aggregate([{ $frob: 1 }]).toArray(), refused(40324));
    await assert.rejects(plans.updateOne({}, { $frob: { a: 1 } }), /atomic operators|Unknown modifier/);
    await assert.rejects(client.db().command({ frobnicate: 1 }), refused(59));
    await assert.rejects(client.db().command({ find: 'plans', filtr: {} }), refused(40415));
  });

  test('a document over the limit is refused', async () => {
    const small = await start('--largest-document', '1000');
    const own = await new MongoClient(small.uri()).connect();
    await assert.rejects(own.db().collection('plans').insertOne({ _id: 1, text: 'x'.repeat(2000) }), refused(10334));
    await own.close();
    await small.stop();
  });

  test('a failed command, a lost reply and a cut one are met on demand', async () => {
    const admin = client.db('admin');
    await admin.command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data: { failCommands: ['insert'], errorCode: 91 } });
    await assert.rejects(plans.insertOne(plan(1)), refused(91));
    for (const fault of ['closeConnection', 'closeAfter', 'cutReply']) {
      await admin.command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data: { failCommands: ['insert'], [fault]: true } });
      await assert.rejects(plans.insertOne({ _id: fault }), /connection|closed/i);
    }
    // The reply was lost, the writes were not.
    assert.deepEqual((await plans.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id), ['closeAfter', 'cutReply']);
  });

  test('whole numbers of any type are equal', async () => {
    await plans.insertMany([{ _id: 1, n: Long.fromNumber(5) }, { _id: 2, n: new Int32(5) }, { _id: 3, n: new Double(5) }]);
    assert.equal((await plans.find({ n: 5 }).toArray()).length, 3);
  });

  test('decimals are compared by their values, and keep their digits', async () => {
    const texts = ['-10', '-9.51', '-9.5', '0', '0.09', '0.10', '9.5', '9.50', '10', '12345678901234567890.123456', '1E+30'];
    const shuffled = [7, 2, 9, 0, 5, 10, 3, 8, 1, 6, 4];
    await plans.insertMany([...shuffled.map((i) => ({ _id: i, rows: [{ n: Decimal128.fromString(texts[i]) }], n: Decimal128.fromString(texts[i]) })), { _id: 'none' }]);
    const ids = (found) => found.map(({ _id }) => _id.valueOf());
    const stored = await plans.find({ n: { $exists: true } }, { sort: { n: 1, _id: 1 } }).toArray();
    assert.deepEqual(stored.map(({ n }) => n.toString()), texts);
    const [nine, low, high] = ['9.500', '-9.50', '12345678901234567890.1234560'].map((text) => Decimal128.fromString(text));
    assert.deepEqual(ids(await plans.find({ n: nine }, { sort: { _id: 1 } }).toArray()), [6, 7]);
    assert.deepEqual(ids(await plans.find({ n: { $lt: low } }, { sort: { _id: 1 } }).toArray()), [0, 1]);
    assert.deepEqual(ids(await plans.find({ n: { $in: [nine, low] } }, { sort: { _id: 1 } }).toArray()), [2, 6, 7]);
    const where = async (condition) => ids(await plans.aggregate([{ $match: { $expr: condition } }, { $sort: { _id: 1 } }]).toArray());
    assert.deepEqual(await where({ $gte: ['$n', high] }), [9, 10]);
    assert.deepEqual(await where({ $eq: ['$n', nine] }), [6, 7]);
    assert.deepEqual(await where({ $in: ['$n', [low, high]] }), [2, 9]);
    assert.deepEqual(await where({ $anyElementTrue: [{ $map: { input: { $ifNull: ['$rows', []] }, as: 'row', in: { $and: [{ $ne: ['$$row.n', null] }, { $lt: ['$$row.n', low] }] } } }] }), [0, 1]);
    await plans.updateOne({ _id: 6 }, { $set: { n: nine } });
    assert.equal((await plans.findOne({ _id: 6 })).n.toString(), '9.500');
  });

  test('nonsense ends its own connection only', async () => {
    for (const bytes of [Buffer.alloc(64), Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'), Buffer.from('20000000010000000000000dd07000000000000000ffffff7f', 'hex')]) {
      const socket = net.connect(double.port, '127.0.0.1');
      socket.on('error', () => {});
      socket.end(bytes);
      await once(socket, 'close');
    }
    assert.equal((await client.db().command({ ping: 1 })).ok.valueOf(), 1);
  });
});

describe('authentication', () => {
  let double;
  before(async () => { double = await start('--user', 'app:bí mật', '--read-user', 'reader:r'); });
  after(() => double.stop());
  const connect = (user, password) => new MongoClient(double.uri('', '?authSource=admin'), { auth: { username: user, password }, serverSelectionTimeoutMS: 5000 });

  test('the right password lets in', async () => {
    const client = connect('app', 'bí mật');
    await client.db().collection('plans').insertOne({ _id: 1 });
    await client.close();
  });

  test('a wrong password does not', async () => {
    for (const [user, password] of [['app', 'x'], ['nobody', 'x']]) {
      const client = connect(user, password);
      await assert.rejects(client.db().collection('plans').findOne(), refused(18));
      await client.close();
    }
  });

  test('a reader may not write', async () => {
    const client = connect('reader', 'r');
    await client.db().collection('plans').findOne();
    await assert.rejects(client.db().collection('plans').insertOne({ _id: 2 }), refused(13));
    await client.close();
  });

  test('nobody gets in without a name', async () => {
    const client = await new MongoClient(double.uri()).connect();
    await assert.rejects(client.db().collection('plans').findOne(), refused(13));
    await client.close();
  });
});

describe('replica set', () => {
  let double, client, plans;
  before(async () => {
    double = await start('--replica-set', 'rs0');
    client = await new MongoClient(double.uri('', '?replicaSet=rs0'), { serverSelectionTimeoutMS: 5000 }).connect();
    plans = client.db().collection('plans');
  });
  after(async () => {
    await client.close();
    await double.stop();
  });

  test('a write whose reply is lost is retried and happens once', async () => {
    await plans.insertOne({ _id: 1, n: 0 });
    await client.db('admin').command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data: { failCommands: ['update'], closeAfter: true } });
    await plans.updateOne({ _id: 1 }, { $inc: { n: 1 } });
    assert.deepEqual(await plans.findOne({ _id: 1 }), { _id: 1, n: 1 });
  });

  test('a change stream tells inserts, updates and deletes', async () => {
    const stream = plans.watch([], { fullDocument: 'updateLookup', maxAwaitTimeMS: 200 });
    const first = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await plans.insertOne({ _id: 'a', n: 0 });
    assert.equal((await first).operationType, 'insert');
    await plans.updateOne({ _id: 'a' }, { $set: { n: 5, rows: [{ m: 1 }] } });
    const update = await stream.next();
    assert.deepEqual([update.operationType, update.documentKey, update.fullDocument.n], ['update', { _id: 'a' }, 5]);
    await plans.updateOne({ _id: 'a' }, { $push: { rows: { m: 3 } }, $unset: { n: '' } });
    assert.deepEqual((await stream.next()).updateDescription, { updatedFields: { 'rows.1': { m: 3 } }, removedFields: ['n'], truncatedArrays: [] });
    await plans.updateOne({ _id: 'a' }, { $set: { 'rows.$[row].m': 2 } }, { arrayFilters: [{ 'row.m': 1 }] });
    assert.deepEqual((await stream.next()).updateDescription, { updatedFields: { 'rows.0.m': 2 }, removedFields: [], truncatedArrays: [] });
    await plans.deleteOne({ _id: 'a' });
    assert.equal((await stream.next()).operationType, 'delete');
    await stream.close();
  });

  test('a change stream goes on where it was', async () => {
    const stream = plans.watch([], { maxAwaitTimeMS: 200 });
    const first = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await plans.insertOne({ _id: 'b' });
    const { _id: resumeAfter } = await first;
    await stream.close();
    await plans.insertOne({ _id: 'c' });
    const resumed = plans.watch([], { resumeAfter, maxAwaitTimeMS: 200 });
    assert.deepEqual((await resumed.next()).documentKey, { _id: 'c' });
    await resumed.close();
  });
});

test('the double ends with its parent', async () => {
  const double = await start();
  double.child.stdin.destroy();
  const [code] = await once(double.child, 'exit');
  assert.equal(code, 0);
});
