// Databases, collections, their indexes, and the log of changes that change streams read.
import { Places } from './lookup.mjs';
import { compile } from './query.mjs';
import { encode, isPlain, keyOf, NumberTypes } from './documents.mjs';
import { CommandError } from './errors.mjs';
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

  dropDatabase(name) {
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

  record(change) {
    this.changes.push({ ...change, sequence: this.changes.length + 1 });
    this.emit('change');
  }
}

class Collection {
  entries = new Map();
  types = new NumberTypes();
  #places = new Map();
  indexes = [new Index({ v: 2, key: { _id: 1 }, name: '_id_', unique: true })];

  constructor(storage, database, name) {
    Object.assign(this, { storage, database, name, namespace: `${database}.${name}` });
  }

  /** Writes a document, given as bytes too where they must stay as they came. */
  put(document, bytes, previous) {
    const id = keyOf(document._id);
    bytes ??= encode(this.types.restore(document));
    const limit = this.storage.largestDocument;
    if (bytes.length > limit)
      throw new CommandError(10334, 'BSONObjectTooLarge', `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${limit}`);
    for (const index of this.indexes) index.check(document, previous && id, this.namespace);
    for (const index of this.indexes) {
      if (previous) index.remove(previous.document);
      index.add(document, id);
    }
    const entry = { document, bytes };
    this.entries.set(id, entry);
    for (const places of this.#places.values()) {
      if (previous) places.remove(previous.document, id);
      places.add(document, id);
    }
    this.storage.record({ operationType: previous ? 'update' : 'insert', collection: this, entry, updatedFields: changed(previous?.document, document) });
    return entry;
  }

  remove(entry) {
    const id = keyOf(entry.document._id);
    for (const index of this.indexes) index.remove(entry.document);
    for (const places of this.#places.values()) places.remove(entry.document, id);
    this.entries.delete(id);
    this.storage.record({ operationType: 'delete', collection: this, entry });
  }

  /** Where the values of a path are, if an index begins with it. */
  places(path) {
    if (!this.indexes.some((index) => index.paths[0] === path)) return undefined;
    if (!this.#places.has(path)) this.#places.set(path, new Places(path, this.entries));
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
    const index = new Index({ v: 2, ...specification });
    for (const [id, entry] of this.entries) {
      index.check(entry.document, id, this.namespace);
      index.add(entry.document, id);
    }
    this.indexes.push(index);
  }
}

class Index {
  #owners = new Map();

  constructor(specification) {
    this.specification = specification;
    this.paths = Object.keys(specification.key);
  }

  /** Refuses a key that another document than this one holds. */
  check(document, owner, namespace) {
    this.#checkParallelArrays(document);
    if (!this.specification.unique) return;
    for (const key of this.#keys(document)) {
      const holder = this.#owners.get(key);
      if (holder === undefined || holder === owner) continue;
      const values = JSON.parse(key);
      const keyValue = Object.fromEntries(this.paths.map((path, i) => [path, values[i]]));
      const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${JSON.stringify(value)}`).join(', ');
      throw new CommandError(11000, 'DuplicateKey',
        `E11000 duplicate key error collection: ${namespace} index: ${this.specification.name} dup key: { ${shown} }`,
        { keyPattern: this.specification.key, keyValue });
    }
  }

  add(document, id) {
    if (this.specification.unique) for (const key of this.#keys(document)) this.#owners.set(key, id);
  }

  remove(document) {
    if (this.specification.unique) for (const key of this.#keys(document)) this.#owners.delete(key);
  }

  // Multikey: every combination of the values that the paths reach.
  #keys(document) {
    const { partialFilterExpression, sparse } = this.specification;
    if (partialFilterExpression && !compile(partialFilterExpression).test(document)) return [];
    const columns = this.paths.map((path) => reached(document, path.split('.')));
    if (sparse && columns.every((column) => column.every((value) => value === undefined))) return [];
    const rows = columns.reduce((all, column) => all.flatMap((row) => column.map((value) => [...row, value])), [[]]);
    return [...new Set(rows.map(keyOf))];
  }

  #checkParallelArrays(document) {
    const arrays = this.paths.map((path) => deepestArray(document, path.split('.'), '')).filter(Boolean);
    for (const one of arrays)
      for (const other of arrays)
        if (one !== other && !one.startsWith(`${other}.`) && !other.startsWith(`${one}.`))
          throw new CommandError(171, 'CannotIndexParallelArrays', `cannot index parallel arrays [${one}] [${other}]`);
  }
}

/** The members that an update changed; a real server names the paths inside of them. */
const changed = (before, after) =>
  before && Object.fromEntries(Object.entries(after).filter(([name, value]) => keyOf(value) !== keyOf(before[name])));

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
