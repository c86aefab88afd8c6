// Cursors: the batches of a result, and change streams, which wait for more.
import { Long, Timestamp } from 'bson';
import { append, encode, encodeArray, keyOf, OK, TYPE_ARRAY, TYPE_DOCUMENT, TYPE_DOUBLE } from './documents.mjs';
import { CommandError } from './errors.mjs';
import { aggregate } from './query.mjs';

const LARGEST_BATCH = 16 * 1024 * 1024;
const FIRST_BATCH = 101;

export class Cursors {
  #open = new Map();
  #next = 1000;

  get count() {
    return this.#open.size;
  }

  /** The reply to find or aggregate; items are bytes or values. */
  reply(namespace, items, { batchSize, isSingle } = {}) {
    const cursor = { namespace, items, position: 0 };
    const batch = take(cursor, batchSize ?? FIRST_BATCH);
    const isOver = cursor.position >= items.length || isSingle;
    return cursorReply(isOver ? Long.ZERO : this.#keep(cursor), namespace, 'firstBatch', batch);
  }

  /** The reply to an aggregate that begins with $changeStream. */
  watch(storage, collection, stages) {
    const [{ $changeStream: options }, ...rest] = stages;
    const after = options.resumeAfter ?? options.startAfter;
    const cursor = { namespace: collection.namespace, storage, collection, stages: rest, options, sequence: after ? Number(after._data) : storage.changes.length };
    return cursorReply(this.#keep(cursor), cursor.namespace, 'firstBatch', [], token(cursor.sequence));
  }

  async more(id, namespace, batchSize, maxTime, isOpen) {
    const cursor = this.#open.get(String(id));
    if (!cursor || cursor.namespace !== namespace) throw new CommandError(43, 'CursorNotFound', `cursor id ${id} not found`);
    if (cursor.storage) return this.#events(cursor, id, maxTime, isOpen);
    const batch = take(cursor, batchSize || Infinity);
    const isOver = cursor.position >= cursor.items.length;
    if (isOver) this.#open.delete(String(id));
    return cursorReply(isOver ? Long.ZERO : Long.fromString(String(id)), namespace, 'nextBatch', batch);
  }

  kill(ids) {
    return ids.filter((id) => this.#open.delete(String(id))).map((id) => Long.fromValue(id));
  }

  #keep(cursor) {
    const id = Long.fromNumber(this.#next++);
    this.#open.set(id.toString(), cursor);
    return id;
  }

  async #events(cursor, id, maxTime = 1000, isOpen) {
    const until = Date.now() + maxTime;
    for (;;) {
      const batch = [];
      while (cursor.sequence < cursor.storage.changes.length) {
        const event = eventOf(cursor, cursor.storage.changes[cursor.sequence++]);
        if (event) batch.push(...aggregate([event], cursor.stages).map(encode));
      }
      const left = until - Date.now();
      if (batch.length || left <= 0 || !isOpen())
        return cursorReply(Long.fromString(String(id)), cursor.namespace, 'nextBatch', batch, token(cursor.sequence));
      await changeWithin(cursor.storage, left);
    }
  }
}

const token = (sequence) => ({ _data: String(sequence).padStart(12, '0') });

function eventOf(cursor, change) {
  if (change.collection !== cursor.collection) return null;
  const { database, name } = change.collection;
  const event = {
    _id: token(change.sequence),
    operationType: change.operationType,
    clusterTime: new Timestamp({ t: change.sequence, i: 1 }),
    ns: { db: database, coll: name },
    documentKey: { _id: change._id },
  };
  if (change.operationType === 'update') event.updateDescription = { ...change.update, truncatedArrays: [] };
  if (change.operationType === 'insert' || (change.operationType === 'update' && cursor.options.fullDocument === 'updateLookup'))
    event.fullDocument = change.inserted ?? cursor.collection.get(keyOf(change._id))?.document ?? null;
  return event;
}

function changeWithin(storage, time) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      storage.off('change', done);
      resolve();
    };
    const timer = setTimeout(done, time);
    storage.on('change', done);
  });
}

function take(cursor, size) {
  const batch = [];
  let bytes = 0;
  while (cursor.position < cursor.items.length && batch.length < size) {
    const item = cursor.items[cursor.position];
    const encoded = Buffer.isBuffer(item) ? item : encode(item);
    if (batch.length && bytes + encoded.length > LARGEST_BATCH) break;
    batch.push(encoded);
    bytes += encoded.length;
    cursor.position++;
  }
  return batch;
}

function cursorReply(id, ns, name, batch, postBatchResumeToken) {
  const head = { id, ns, ...(postBatchResumeToken ? { postBatchResumeToken } : {}) };
  return append(append({}, 'cursor', TYPE_DOCUMENT, append(head, name, TYPE_ARRAY, encodeArray(batch))), 'ok', TYPE_DOUBLE, OK);
}
