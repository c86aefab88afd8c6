// Databases, collections, their indexes, and the log of changes that change streams read.
import { Places } from './lookup.mjs';
import { compile } from './query.mjs';
import { areSame, encodeKept, isPlain, keyOf, NumberTypes } from './documents.mjs';
import { CommandError, Locked } from './errors.mjs';
import { EventEmitter } from 'node:events';

export class Storage extends EventEmitter {
  #databases = new Map();
  changes = [];
  scannedObjects = 0;

  constructor(largestDocument) {
    super();
    this.setMaxListeners(0);
    this.largestDocument = largestDocument;
  }

  database(name) {
    if (!this.#databases.has(name)) this.#databases.set(name, new Map());
    return this.#databases.get(name);
  }

  databases() {
    return [...this.#databases.keys()];
  }

  collections() {
    return [...this.#databases.values()].flatMap((database) => [...database.values()]);
  }

  dropDatabase(name) {
    for (const collection of this.database(name).values()) collection.waitForAll();
    this.#databases.delete(name);
  }

  find(database, name) {
    return this.database(database).get(name);
  }

  open(database, name) {
    const collections = this.database(database);
    if (!collections.has(name)) collections.set(name, new Collection(this, database, name));
    return collections.get(name);
  }

  /** What happens at once is told at once. */
  record(changes) {
    for (const change of changes) this.changes.push({ ...change, sequence: this.changes.length + 1 });
    this.emit('change');
  }
}

class Collection {
  #entries = new Map();
  #places = new Map();
  #locks = new Map();
  #watchers = new Set();
  #came = 0;
  types = new NumberTypes();
  indexes = [new Index({ v: 2, key: { _id: 1 }, name: '_id_', unique: true })];

  constructor(storage, database, name) {
    Object.assign(this, { storage, database, name, namespace: `${database}.${name}` });
  }

  get(id) {
    return this.#entries.get(id);
  }

  all() {
    return this.#entries.values();
  }

  /** Writes a document, given as bytes too where they must stay as they came. */
  put(document, bytes, previous) {
    const entry = this.entryOf(document, bytes, previous);
    for (const index of this.indexes)
      for (const key of index.keys(document)) {
        const owner = index.ownerOf(key);
        if (previous && owner === entry.id) continue;
        this.#waitFor(index.lockOf(key));
        this.#waitFor(owner);
        if (owner !== undefined) throw index.duplicate(key, this.namespace);
      }
    this.#waitFor(entry.id);
    this.exchange([{ id: entry.id, before: previous, after: entry }]);
    return entry;
  }

  remove(entry) {
    this.#waitFor(entry.id);
    this.exchange([{ id: entry.id, before: entry }]);
  }

  /** A document as it is kept, or why it can't be. */
  entryOf(document, bytes, previous) {
    bytes ??= encodeKept(document, this.types);
    const limit = this.storage.largestDocument;
    if (bytes.length > limit)
      throw new CommandError(10334, 'BSONObjectTooLarge', `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${limit}`);
    for (const index of this.indexes) index.checkParallelArrays(document);
    return { id: keyOf(document._id), order: previous?.order ?? ++this.#came, document, bytes };
  }

  /** Puts entries in the places of others, at once; that it may be done has been found out. */
  exchange(changes) {
    for (const watcher of this.#watchers) for (const { id } of changes) watcher(id, this.#entries.get(id));
    const last = new Map(changes.map(({ id, after }) => [id, { before: this.#entries.get(id)?.document, after }]));
    for (const [id, { before, after }] of last) this.#index(id, before, after?.document, 'remove');
    for (const [id, { after }] of last) {
      if (after) this.#entries.set(id, after);
      else this.#entries.delete(id);
    }
    for (const [id, { before, after }] of last) this.#index(id, after?.document, before, 'add');
    this.storage.record(changes.map(({ before, after }) => ({
      operationType: !after ? 'delete' : before ? 'update' : 'insert',
      collection: this,
      _id: (after ?? before).document._id,
      inserted: before ? undefined : after.document,
      update: before && after && changed(before.document, after.document),
    })));
  }

  /** Where an update leaves alone what an index holds, so do we. */
  #index(id, document, other, change) {
    if (!document) return;
    for (const one of [...this.indexes, ...this.#places.values()])
      if (!other || !one.members || one.members.some((name) => document[name] !== other[name])) one[change](document, id);
  }

  /** Calls before an entry changes, with what is there until then, and until the watcher is given back. */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** The transaction that keeps others from a document, or from a key of a unique index. */
  holderOf(name) {
    return this.#locks.get(name);
  }

  lock(name, holder) {
    this.#locks.set(name, holder);
  }

  unlock(name) {
    this.#locks.delete(name);
  }

  #waitFor(name) {
    if (this.#locks.has(name)) throw new Locked();
  }

  /** While a transaction is at work here, the collection itself must stay. */
  waitForAll() {
    if (this.#locks.size) throw new Locked();
  }

  /** Where the values of a path are, if an index begins with it. */
  places(path) {
    if (!this.indexes.some((index) => index.paths[0] === path)) return undefined;
    if (!this.#places.has(path)) this.#places.set(path, new Places(path, this.#entries));
    return this.#places.get(path);
  }

  createIndex(specification) {
    if (!specification.name) throw new CommandError(9, 'FailedToParse', "The 'name' field is a required property of an index specification");
    const sameName = this.indexes.find((index) => index.specification.name === specification.name);
    if (sameName) {
      if (keyOf(sameName.specification.key) !== keyOf(specification.key))
        throw new CommandError(86, 'IndexKeySpecsConflict', `An existing index has the same name as the requested index. Requested index: ${keyOf(specification)}`);
      return;
    }
    if (this.indexes.some((index) => keyOf(index.specification.key) === keyOf(specification.key)))
      throw new CommandError(85, 'IndexOptionsConflict', `Index already exists with a different name: ${specification.name}`);
    this.waitForAll();
    const index = new Index({ v: 2, ...specification });
    for (const { document, id } of this.all()) {
      index.checkParallelArrays(document);
      for (const key of index.keys(document)) if (index.ownerOf(key) !== undefined) throw index.duplicate(key, this.namespace);
      index.add(document, id);
    }
    this.indexes.push(index);
  }
}

class Index {
  #owners = new Map();
  #keysOf = new WeakMap();

  constructor(specification) {
    this.specification = specification;
    this.paths = Object.keys(specification.key);
    const names = [...this.paths, ...Object.keys(specification.partialFilterExpression ?? {})].map((path) => path.split('.')[0]);
    this.members = names.some((name) => name[0] === '$') ? null : names;
  }

  /** The error of a key that another document holds. */
  duplicate(key, namespace) {
    const values = JSON.parse(key);
    const keyValue = Object.fromEntries(this.paths.map((path, i) => [path, values[i]]));
    const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${JSON.stringify(value)}`).join(', ');
    return new CommandError(11000, 'DuplicateKey',
      `E11000 duplicate key error collection: ${namespace} index: ${this.specification.name} dup key: { ${shown} }`,
      { keyPattern: this.specification.key, keyValue });
  }

  /** The id of the document that holds a key. */
  ownerOf(key) {
    return this.#owners.get(key);
  }

  lockOf(key) {
    return `${this.specification.name} ${key}`;
  }

  add(document, id) {
    for (const key of this.keys(document)) this.#owners.set(key, id);
  }

  remove(document) {
    for (const key of this.keys(document)) this.#owners.delete(key);
  }

  /** The keys that no other document may have. Multikey: every combination of the values that the paths reach. */
  keys(document) {
    if (!this.specification.unique) return [];
    if (!this.#keysOf.has(document)) this.#keysOf.set(document, this.#reach(document));
    return this.#keysOf.get(document);
  }

  #reach(document) {
    const { partialFilterExpression, sparse } = this.specification;
    if (partialFilterExpression && !compile(partialFilterExpression).test(document)) return [];
    const columns = this.paths.map((path) => reached(document, path.split('.')));
    if (sparse && columns.every((column) => column.every((value) => value === undefined))) return [];
    const rows = columns.reduce((all, column) => all.flatMap((row) => column.map((value) => [...row, value])), [[]]);
    return [...new Set(rows.map(keyOf))];
  }

  checkParallelArrays(document) {
    if (this.paths.length < 2) return;
    const arrays = this.paths.map((path) => deepestArray(document, path.split('.'), '')).filter(Boolean);
    for (const one of arrays)
      for (const other of arrays)
        if (one !== other && !one.startsWith(`${other}.`) && !other.startsWith(`${one}.`))
          throw new CommandError(171, 'CannotIndexParallelArrays', `cannot index parallel arrays [${one}] [${other}]`);
  }
}

/** What an update changed, by paths. */
function changed(before, after, path = '', found = { updatedFields: {}, removedFields: [] }) {
  for (const [name, value] of Object.entries(after)) {
    const [at, old] = [path + name, before[name]];
    if (areSame(value, old)) continue;
    const isInside = (isPlain(value) && isPlain(old)) || (Array.isArray(value) && Array.isArray(old) && value.length >= old.length);
    if (isInside) changed(old, value, `${at}.`, found);
    else found.updatedFields[at] = value;
  }
  for (const name of Object.keys(before)) if (!(name in after)) found.removedFields.push(path + name);
  return found;
}

function reached(value, path) {
  if (!path.length) return Array.isArray(value) ? (value.length ? value : [undefined]) : [value];
  if (Array.isArray(value)) {
    if (/^\d+$/.test(path[0]) && value[path[0]] !== undefined) return reached(value[path[0]], path.slice(1));
    return value.length ? value.flatMap((item) => reached(item, path)) : [undefined];
  }
  return isPlain(value) ? reached(value[path[0]], path.slice(1)) : [undefined];
}

function deepestArray(value, path, here, best = '') {
  if (Array.isArray(value)) {
    const found = here.length > best.length ? here : best;
    return value.reduce((deepest, item) => (isPlain(item) ? deepestArray(item, path, here, deepest) : deepest), found);
  }
  if (!isPlain(value) || !path.length) return best;
  return deepestArray(value[path[0]], path.slice(1), here ? `${here}.${path[0]}` : path[0], best);
}
