// The commands: https://www.mongodb.com/docs/manual/reference/command/
import crypto from 'node:crypto';
import { Binary, ObjectId } from 'bson';
import { Storage } from './collections.mjs';
import { Cursors } from './cursors.mjs';
import { append, decode, decodeTyped, encode, TYPE_DOCUMENT } from './documents.mjs';
import { CommandError } from './errors.mjs';
import { Faults } from './faults.mjs';
import { candidates } from './lookup.mjs';
import { aggregate, compile, matching, projected } from './query.mjs';
import { ENDINGS, isTransient, Transactions } from './transactions.mjs';
import { modify, upsert } from './update.mjs';

const LARGEST_MESSAGE = 48_000_000;
const WIRE_VERSION = 25; // MongoDB 8.0

const GENERIC = 'lsid $db $readPreference $clusterTime readConcern writeConcern maxTimeMS comment apiVersion apiStrict apiDeprecationErrors txnNumber startTransaction autocommit let hint collation';
const FIELDS = Object.fromEntries(Object.entries({
  insert: 'documents ordered bypassDocumentValidation',
  update: 'updates ordered bypassDocumentValidation',
  delete: 'deletes ordered',
  find: 'filter sort projection skip limit batchSize singleBatch allowDiskUse noCursorTimeout tailable awaitData returnKey showRecordId min max allowPartialResults',
  aggregate: 'pipeline cursor allowDiskUse explain bypassDocumentValidation',
  findAndModify: 'findandmodify query sort remove update new fields upsert arrayFilters bypassDocumentValidation',
  count: 'query limit skip',
  getMore: 'collection batchSize',
  createIndexes: 'indexes commitQuorum',
  listIndexes: 'cursor',
}).map(([name, fields]) => [name, new Set([name, ...GENERIC.split(' '), ...fields.split(' ')])]));

export class Server {
  constructor({ authentication, replicaSet, address, largestDocument }) {
    Object.assign(this, { authentication, replicaSet, address, largestDocument });
    this.storage = new Storage(largestDocument);
    this.cursors = new Cursors();
    this.faults = new Faults();
    this.transactions = new Transactions(this.storage, Boolean(replicaSet));
    this.counts = {};
  }

  /** Runs a command; the reply is a document or its bytes, with what the transport must do wrong, if anything. */
  async run(message, sections, session) {
    const name = Object.keys(message)[0];
    const database = message.$db ?? 'admin';
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    let fault = {};
    try {
      this.authentication.check(name, database, session);
      fault = name === 'configureFailPoint' ? {} : this.faults.meet(name);
      if (fault.blockConnection) await new Promise((resolve) => setTimeout(resolve, fault.blockTimeMS));
      if (fault.closeConnection) return { fault };
      Faults.throwOn(fault);
      this.#check(name, message);
      const work = (storage) => this.#commands[name](message, { storage, database, sections, session });
      const reply = await this.transactions.run(name, message, work) ?? await this.#outside(name, message, work);
      return { reply: fault.writeConcernError ? { ...reply, writeConcernError: fault.writeConcernError } : reply, fault };
    } catch (error) {
      if (error instanceof CommandError) return { reply: error.toReply(), fault };
      console.error(error);
      return { reply: { ok: 0, errmsg: `double: ${error.message}`, code: 8, codeName: 'UnknownError' }, fault };
    }
  }

  #check(name, message) {
    if (!Object.hasOwn(this.#commands, name) && !ENDINGS.has(name)) throw new CommandError(59, 'CommandNotFound', `no such command: '${name}'`);
    if (!FIELDS[name]) return;
    for (const field of Object.keys(message))
      if (!FIELDS[name].has(field)) throw new CommandError(40415, 'Location40415', `BSON field '${name}.${field}' is an unknown field.`);
  }

  #outside(name, message, work) {
    const write = () => this.transactions.write(message, () => work(this.storage));
    return message.txnNumber === undefined ? write() : this.transactions.once(message, write);
  }

  /** Applies a list of writes; errors are part of the reply, as the protocol has it. One that has to wait goes on with the documents that are not done. */
  async #eachWrite(message, writes, apply) {
    const reply = { n: 0 };
    const writeErrors = [];
    for (const [index, write] of writes.entries()) {
      const done = new Set();
      try {
        await this.transactions.write(message, () => apply(write, reply, index, done));
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        if (isTransient(error)) throw error;
        writeErrors.push({ index, code: error.code, ...error.details, errmsg: error.message });
        if (message.ordered !== false) break;
      }
    }
    return { ...reply, ...(writeErrors.length ? { writeErrors } : {}), ok: 1 };
  }

  #hello(message) {
    const { replicaSet: setName, address } = this;
    return {
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      ...(setName ? { setName, setVersion: 1, secondary: false, hosts: [address], primary: address, me: address, electionId: new ObjectId('7fffffff0000000000000001') } : {}),
      maxBsonObjectSize: 16 * 1024 * 1024,
      maxMessageSizeBytes: LARGEST_MESSAGE,
      maxWriteBatchSize: 100_000,
      localTime: new Date(),
      logicalSessionTimeoutMinutes: 30,
      connectionId: 1,
      minWireVersion: 0,
      maxWireVersion: WIRE_VERSION,
      readOnly: false,
      ...(message.saslSupportedMechs && this.authentication.isOn ? { saslSupportedMechs: ['SCRAM-SHA-256'] } : {}),
      ok: 1,
    };
  }

  #cursorOf(namespace, items, message) {
    const batchSize = message.batchSize ?? message.cursor?.batchSize;
    return this.cursors.reply(namespace, items, { batchSize: batchSize === undefined ? undefined : Number(batchSize), isSingle: message.singleBatch });
  }

  #commands = {
    hello: (m) => this.#hello(m),
    isMaster: (m) => this.#hello(m),
    ismaster: (m) => this.#hello(m),
    ping: () => ({ ok: 1 }),
    buildInfo: () => ({ version: '8.0.0', versionArray: [8, 0, 0, 0], maxBsonObjectSize: this.largestDocument, modules: [], ok: 1 }),
    buildinfo: () => this.#commands.buildInfo(),
    connectionStatus: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
    startSession: () => ({ id: { id: new Binary(crypto.randomBytes(16), 4) }, timeoutMinutes: 30, ok: 1 }),
    endSessions: (m) => {
      this.transactions.end(m.endSessions);
      return { ok: 1 };
    },
    saslStart: (m, { session }) => this.authentication.start(m, session),
    saslContinue: (m, { session }) => this.authentication.continue(m, session),
    configureFailPoint: (m) => this.faults.configure(m),
    setParameter: ({ transactionLifetimeLimitSeconds: after }) => {
      if (!(after > 0)) throw new CommandError(72, 'InvalidOptions', 'the double has one parameter: transactionLifetimeLimitSeconds');
      const was = this.transactions.lifetimeSeconds;
      this.transactions.lifetimeSeconds = Number(after);
      return { was, ok: 1 };
    },
    /** What tests count: commands by name, cursors that are open, documents that were looked at. */
    serverStatus: () => ({
      host: this.address,
      version: '8.0.0',
      opcounters: { ...this.counts },
      metrics: { cursor: { open: { total: this.cursors.count } }, queryExecutor: { scannedObjects: this.storage.scannedObjects } },
      ok: 1,
    }),

    insert: (m, { storage, database, sections }) => {
      const collection = storage.open(database, m.insert);
      const documents = sections.documents ?? decodeTyped(sections.body).documents.map(encode);
      return this.#eachWrite(m, documents, (bytes, reply) => {
        let document = decode(bytes);
        collection.types.learn(decodeTyped(bytes));
        let kept = Buffer.from(bytes);
        if (document._id === undefined) [document, kept] = [{ _id: new ObjectId(), ...document }, null];
        collection.put(document, kept);
        reply.n++;
      });
    },

    update: (m, { storage, database, sections }) => {
      const collection = storage.open(database, m.update);
      const typed = sections.updates?.map(decodeTyped) ?? decodeTyped(sections.body).updates;
      return this.#eachWrite(m, m.updates, ({ q: query, u, arrayFilters, multi, upsert: mayInsert }, reply, i, done) => {
        reply.nModified ??= 0;
        collection.types.learn(typed[i].u);
        if (multi && !Array.isArray(u) && Object.keys(u)[0]?.[0] !== '$')
          throw new CommandError(9, 'FailedToParse', 'multi update is not supported for replacement-style update');
        const found = matching(collection, query, { limit: multi ? 0 : 1 });
        for (const entry of found.filter(({ id }) => !done.has(id))) {
          if (modify(collection, entry, u, { query, arrayFilters })) reply.nModified++;
          reply.n++;
          done.add(entry.id);
        }
        if (!found.length && !done.size && mayInsert) {
          const entry = upsert(collection, u, { query, arrayFilters });
          reply.n++;
          (reply.upserted ??= []).push({ index: i, _id: entry.document._id });
        }
      });
    },

    delete: (m, { storage, database }) => {
      const collection = storage.find(database, m.delete);
      return this.#eachWrite(m, m.deletes, ({ q, limit }, reply) => {
        for (const entry of matching(collection, q, { limit })) {
          collection.remove(entry);
          reply.n++;
        }
      });
    },

    findAndModify: (m, { storage, database, sections }) => {
      const collection = storage.open(database, m.findAndModify ?? m.findandmodify);
      const options = { query: m.query ?? {}, arrayFilters: m.arrayFilters };
      collection.types.learn(decodeTyped(sections.body).update ?? {});
      const [entry] = matching(collection, m.query, { sort: m.sort, limit: 1 });
      let value = null;
      let lastErrorObject = { n: 0, updatedExisting: false };
      if (entry && m.remove) {
        collection.remove(entry);
        [value, lastErrorObject] = [entry, { n: 1 }];
      } else if (entry) {
        const after = modify(collection, entry, m.update, options) ?? entry;
        [value, lastErrorObject] = [m.new ? after : entry, { n: 1, updatedExisting: true }];
      } else if (m.upsert) {
        const inserted = upsert(collection, m.update, options);
        [value, lastErrorObject] = [m.new ? inserted : null, { n: 1, updatedExisting: false, upserted: inserted.document._id }];
      }
      if (!value) return { lastErrorObject, value: null, ok: 1 };
      const bytes = m.fields ? encode(collection.types.restore(projected([value.document], m.fields)[0])) : value.bytes;
      return append({ lastErrorObject, ok: 1 }, 'value', TYPE_DOCUMENT, bytes);
    },

    find: (m, { storage, database }) => {
      const collection = storage.find(database, m.find);
      const found = matching(collection, m.filter, { sort: m.sort, skip: Number(m.skip ?? 0), limit: Math.abs(Number(m.limit ?? 0)) });
      const items = m.projection && Object.keys(m.projection).length
        ? projected(found.map((entry) => entry.document), m.projection).map((document) => encode(collection.types.restore(document)))
        : found.map((entry) => entry.bytes);
      return this.#cursorOf(`${database}.${m.find}`, items, m.limit < 0 ? { ...m, singleBatch: true } : m);
    },

    getMore: (m, { database, session }) =>
      this.cursors.more(m.getMore, `${database}.${m.collection}`, Number(m.batchSize ?? 0), Number(m.maxTimeMS ?? 1000), () => session.isOpen),

    killCursors: (m) => ({ cursorsKilled: this.cursors.kill(m.cursors), cursorsNotFound: [], cursorsAlive: [], cursorsUnknown: [], ok: 1 }),

    aggregate: (m, { storage, database }) => {
      if (!m.cursor) throw new CommandError(9, 'FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument");
      if (m.pipeline[0]?.$changeStream) {
        if (storage !== this.storage) throw new CommandError(263, 'OperationNotSupportedInTransaction', 'Cannot run an aggregation with a $changeStream stage in a transaction');
        if (!this.replicaSet) throw new CommandError(40573, 'Location40573', 'The $changeStream stage is only supported on replica sets');
        return this.cursors.watch(this.storage, this.storage.open(database, m.aggregate), m.pipeline);
      }
      const collection = storage.find(database, m.aggregate);
      const documents = (name) => [...(storage.find(database, name)?.all() ?? [])].map((entry) => entry.document);
      const first = collection ? candidates(collection, m.pipeline[0]?.$match).map((entry) => entry.document) : [];
      const found = aggregate(first, m.pipeline, documents);
      return this.#cursorOf(`${database}.${m.aggregate}`, found.map((document) => encode(collection ? collection.types.restore(document) : document)), m);
    },

    count: (m, { database }) => {
      const limits = { skip: Number(m.skip ?? 0), limit: Math.abs(Number(m.limit ?? 0)) };
      return { n: matching(this.storage.find(database, m.count), m.query, limits).length, ok: 1 };
    },

    createIndexes: (m, { database }) => {
      const isNew = !this.storage.find(database, m.createIndexes);
      const collection = this.storage.open(database, m.createIndexes);
      const before = collection.indexes.length;
      for (const specification of m.indexes) collection.createIndex(specification);
      return { numIndexesBefore: before, numIndexesAfter: collection.indexes.length, createdCollectionAutomatically: isNew, ok: 1 };
    },

    listIndexes: (m, { database }) => {
      const collection = this.storage.find(database, m.listIndexes);
      if (!collection) throw new CommandError(26, 'NamespaceNotFound', `ns does not exist: ${database}.${m.listIndexes}`);
      return this.#cursorOf(collection.namespace, collection.indexes.map((index) => index.specification), m);
    },

    create: (m, { database }) => {
      if (this.storage.find(database, m.create)) throw new CommandError(48, 'NamespaceExists', `Collection ${database}.${m.create} already exists.`);
      this.storage.open(database, m.create);
      return { ok: 1 };
    },

    drop: (m, { database }) => {
      const collection = this.storage.find(database, m.drop);
      if (!collection) throw new CommandError(26, 'NamespaceNotFound', 'ns not found');
      collection.waitForAll();
      this.storage.database(database).delete(m.drop);
      return { ok: 1 };
    },

    dropDatabase: (_, { database }) => {
      this.storage.dropDatabase(database);
      return { dropped: database, ok: 1 };
    },

    listCollections: (m, { database }) => {
      const all = [...this.storage.database(database).keys()].map((name) => ({ name, type: 'collection', options: {}, info: { readOnly: false } }));
      return this.#cursorOf(`${database}.$cmd.listCollections`, all.filter((collection) => compile(m.filter).test(collection)), m);
    },

    listDatabases: () => ({ databases: this.storage.databases().map((name) => ({ name, sizeOnDisk: 0, empty: false })), totalSize: 0, ok: 1 }),
  };
}
