// Transactions, as npm's official client runs them and as the raw commands answer.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Long, MongoClient, MongoServerError, UUID } from 'mongodb';
import { raw, start } from './double.mjs';

const refused = (code, label) => (error) =>
  error instanceof MongoServerError && error.code === code && (label ? error.hasErrorLabel(label) : !error.hasErrorLabel('TransientTransactionError'));
const TRANSIENT = 'TransientTransactionError';

describe('transactions', () => {
  let double, client, plans, sessions;
  before(async () => {
    double = await start('--replica-set', 'rs0');
    client = await new MongoClient(double.uri('', '?replicaSet=rs0'), { serverSelectionTimeoutMS: 5000 }).connect();
    plans = client.db().collection('plans');
    sessions = [client.startSession(), client.startSession()];
  });
  after(async () => {
    for (const session of sessions) await session.endSession();
    await client.close();
    await double.stop();
  });
  beforeEach(async () => {
    for (const session of sessions) if (session.inTransaction()) await session.abortTransaction();
    await plans.deleteMany({});
    await plans.insertMany([{ _id: 'a', n: 0 }, { _id: 'b', n: 0 }]);
  });
  const numbers = async (options) => Object.fromEntries((await plans.find({}, options).toArray()).map(({ _id, n }) => [_id, n]));
  const add = (id, session) => plans.updateOne({ _id: id }, { $inc: { n: 1 } }, session && { session });
  const begin = (session) => session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });

  test('what is written is seen by the transaction at once, and by others when it is committed', async () => {
    const [session] = sessions;
    begin(session);
    await add('a', session);
    await plans.insertOne({ _id: 'c', n: 5 }, { session });
    await plans.deleteOne({ _id: 'b' }, { session });
    assert.deepEqual(await numbers({ session }), { a: 1, c: 5 });
    assert.deepEqual(await plans.aggregate([{ $match: { n: { $gt: 0 } } }, { $sort: { n: -1 } }], { session }).toArray(), [{ _id: 'c', n: 5 }, { _id: 'a', n: 1 }]);
    assert.deepEqual(await plans.findOneAndUpdate({ _id: 'c' }, { $inc: { n: 1 } }, { session, returnDocument: 'after' }), { _id: 'c', n: 6 });
    assert.deepEqual(await numbers(), { a: 0, b: 0 });
    await session.commitTransaction();
    await session.commitTransaction();
    assert.deepEqual(await numbers(), { a: 1, c: 6 });
  });

  test('what is aborted never was', async () => {
    const [session] = sessions;
    begin(session);
    await add('a', session);
    await plans.insertOne({ _id: 'c', n: 5 }, { session });
    await session.abortTransaction();
    assert.deepEqual(await numbers(), { a: 0, b: 0 });
    await plans.insertOne({ _id: 'c', n: 1 });
  });

  test('a transaction sees everything as it was when it began', async () => {
    const [session] = sessions;
    await plans.createIndex({ n: 1 });
    begin(session);
    assert.deepEqual(await numbers({ session }), { a: 0, b: 0 });
    await add('a');
    await plans.deleteOne({ _id: 'b' });
    await plans.insertOne({ _id: 'c', n: 0 });
    assert.deepEqual(await numbers({ session }), { a: 0, b: 0 });
    assert.deepEqual((await plans.find({ n: 0 }, { session }).toArray()).map(({ _id }) => _id), ['a', 'b']);
    await session.commitTransaction();
    assert.deepEqual(await numbers(), { a: 1, c: 0 });
  });

  test('two transactions that write one document conflict, and the second one may try again', async () => {
    const [one, other] = sessions;
    begin(one);
    begin(other);
    await add('a', one);
    await add('b', other);
    await assert.rejects(add('a', other), refused(112, TRANSIENT));
    // Its end let go of b.
    await add('b', one);
    await one.commitTransaction();
    assert.deepEqual(await numbers(), { a: 1, b: 1 });
    await other.abortTransaction();
    await other.withTransaction(() => add('a', other));
    assert.deepEqual(await numbers(), { a: 2, b: 1 });
  });

  test('a transaction is too late for a document that was changed since it began', async () => {
    const [session] = sessions;
    begin(session);
    await numbers({ session });
    await add('a');
    await assert.rejects(add('a', session), refused(112, TRANSIENT));
    await assert.rejects(add('b', session), refused(251, TRANSIENT));
  });

  test('a write outside waits for the transaction that is at the document', async () => {
    const [session] = sessions;
    begin(session);
    await plans.updateMany({}, { $inc: { n: 10 } }, { session });
    await plans.insertOne({ _id: 'c', n: 0 }, { session });
    const waiting = [add('a'), plans.updateMany({}, { $inc: { n: 100 } }), plans.findOneAndUpdate({ _id: 'b' }, { $inc: { n: 1000 } }), plans.insertOne({ _id: 'c' })];
    await assert.rejects(plans.findOneAndUpdate({ _id: 'a' }, { $inc: { n: 1 } }, { maxTimeMS: 50 }), refused(50));
    assert.deepEqual(await numbers(), { a: 0, b: 0 });
    await session.commitTransaction();
    const [, , , inserted] = await Promise.allSettled(waiting);
    assert.equal(inserted.reason.code, 11000);
    const after = await numbers();
    assert.deepEqual([after.a, after.b], [111, 1110]);
    assert.ok([0, 100].includes(after.c));
  });

  test('unique keys are kept, against others and within', async () => {
    const [one, other] = sessions;
    const keys = client.db().collection('keys');
    await keys.createIndex({ 'changes.id': 1 }, { unique: true, partialFilterExpression: { 'changes.id': { $exists: true } } });
    await keys.insertMany([{ _id: 1, changes: [{ id: 'x' }] }, { _id: 2 }, { _id: 3 }]);
    const name = (session, _id, id) => keys.updateOne({ _id }, { $push: { changes: { id } } }, { session });
    begin(one);
    await assert.rejects(name(one, 2, 'x'), refused(11000));
    await one.abortTransaction();
    begin(one);
    begin(other);
    await name(one, 2, 'y');
    await assert.rejects(name(other, 3, 'y'), refused(112, TRANSIENT));
    const waiting = name(undefined, 3, 'y');
    await assert.rejects(name(one, 3, 'y'), refused(11000));
    await waiting;
    await one.abortTransaction();
    await other.abortTransaction();
    assert.deepEqual((await keys.findOne({ 'changes.id': 'y' }))._id, 3);
    begin(one);
    await keys.deleteOne({ _id: 3 }, { session: one });
    await name(one, 2, 'y');
    await one.commitTransaction();
    await assert.rejects(keys.insertOne({ changes: [{ id: 'y' }] }), refused(11000));
  });

  test('a change stream tells all of a transaction when it is committed, and nothing of one that is not', async () => {
    const [one, other] = sessions;
    const stream = plans.watch([], { maxAwaitTimeMS: 200 });
    const first = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    begin(other);
    await add('a', other);
    await other.abortTransaction();
    begin(one);
    await add('b', one);
    await add('a', one);
    await plans.insertOne({ _id: 'c' }, { session: one });
    await plans.insertOne({ _id: 'outside' });
    await one.commitTransaction();
    const seen = [await first, await stream.next(), await stream.next(), await stream.next()];
    assert.deepEqual(seen.map(({ operationType, documentKey }) => [operationType, documentKey._id]), [['insert', 'outside'], ['update', 'b'], ['update', 'a'], ['insert', 'c']]);
    await stream.close();
  });

  test('a commit whose reply is lost has happened, and is told again', async () => {
    const [session] = sessions;
    for (const [fault, times] of [['closeAfter', 1], ['closeConnection', 1]]) {
      begin(session);
      await add('a', session);
      await client.db('admin').command({ configureFailPoint: 'failCommand', mode: { times }, data: { failCommands: ['commitTransaction'], [fault]: true } });
      await session.commitTransaction();
    }
    assert.deepEqual(await numbers(), { a: 2, b: 0 });
  });

  test('a connection that breaks leaves the transaction to its time-out', async () => {
    const admin = client.db('admin');
    const [session] = sessions;
    await admin.command({ setParameter: 1, transactionLifetimeLimitSeconds: 1 });
    begin(session);
    await add('a', session);
    await admin.command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data: { failCommands: ['find'], closeConnection: true } });
    await assert.rejects(plans.findOne({}, { session }), (error) => error.hasErrorLabel(TRANSIENT));
    assert.equal((await add('a')).modifiedCount, 1);
    await admin.command({ setParameter: 1, transactionLifetimeLimitSeconds: 60 });
    assert.deepEqual(await numbers(), { a: 1, b: 0 });
  });

  test('the session that goes on to the next number ends what it was at', async () => {
    const lsid = { id: new UUID() };
    const update = (part) => ({ update: 'plans', updates: [{ q: { _id: 'a' }, u: { $inc: { n: 1 } } }], ...part });
    const [start, go] = [{ startTransaction: true, autocommit: false }, { autocommit: false }];
    const asked = [
      [1, update(start), 1],
      [2, update(start), 1],
      [1, { commitTransaction: 1, ...go }, 225],
      [3, update(go), 251, TRANSIENT],
      [3, update({ ...start, writeConcern: { w: 1 } }), 72],
      [3, update(start), 1],
      [3, update(start), 117],
      [3, { count: 'plans', ...go }, 263],
      [3, update({ autocommit: true }), 72],
      [3, update({ ...go, readConcern: { level: 'snapshot' } }), 72],
      [3, { commitTransaction: 1, ...go }, undefined],
      [3, { commitTransaction: 1, ...go }, undefined],
      [3, { abortTransaction: 1, ...go }, 256],
      [3, update(go), 256],
      [3, update({}), 217],
      [4, update(start), 1],
      [5, update({}), 1],
      [5, update({}), 1],
      [6, update(start), 1],
    ];
    const replies = await raw(double.port, ...asked.map(([number, command]) => ({ ...command, lsid, txnNumber: Long.fromNumber(number), $db: command.update || command.count ? 'test' : 'admin' })), { endSessions: [lsid], $db: 'admin' });
    assert.deepEqual(replies.slice(0, -1).map(({ code, n, errorLabels }) => [code ?? n, errorLabels?.[0]]), asked.map(([, , answer, label]) => [answer, label]));
    assert.deepEqual(await numbers(), { a: 2, b: 0 });
  });
});

test('a server that stands alone has no transactions', async () => {
  const double = await start();
  const [reply] = await raw(double.port, { insert: 'plans', documents: [{ _id: 1 }], lsid: { id: new UUID() }, txnNumber: Long.ONE, startTransaction: true, autocommit: false, $db: 'test' });
  assert.deepEqual([reply.code, reply.errmsg], [20, 'Transaction numbers are only allowed on a replica set member or mongos']);
  await double.stop();
});
