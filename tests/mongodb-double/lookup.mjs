// Which documents a filter can match at all, as indexes tell: equality on the first path of one, below arrays too.
import { isPlain, keyOf } from './documents.mjs';

/** The ids by the values that a path reaches, one entry for each value in an array. Filled when it is first asked. */
export class Places {
  #ids = new Map();

  constructor(path, entries) {
    this.path = path.split('.');
    this.members = this.path.slice(0, 1);
    for (const [id, entry] of entries) this.add(entry.document, id);
  }

  add(document, id) {
    for (const key of this.#keys(document)) {
      if (!this.#ids.has(key)) this.#ids.set(key, new Set());
      this.#ids.get(key).add(id);
    }
  }

  remove(document, id) {
    for (const key of this.#keys(document)) this.#ids.get(key)?.delete(id);
  }

  of(values) {
    return new Set(values.flatMap((value) => [...(this.#ids.get(shortKeyOf(value)) ?? [])]));
  }

  #keys(document) {
    return new Set([...valuesAt(document, this.path)].map(shortKeyOf));
  }
}

/** The entries to test, in the order in which they came; all of them where no index helps. */
export function candidates(collection, filter) {
  const ids = idsOf(collection, filter ?? {}, '');
  const found = ids ? [...ids].map((id) => collection.get(id)).filter(Boolean).sort((one, other) => one.order - other.order) : [...collection.all()];
  collection.storage.scannedObjects += found.length;
  return found;
}

// The smallest of the sets that the members of a filter give, as all of them must hold; null for all documents.
function idsOf(collection, filter, prefix) {
  const sets = Object.entries(filter).map(([name, condition]) => {
    if (name === '$and') return smallest(condition.map((part) => idsOf(collection, part, prefix)));
    if (name === '$or') return union(condition.map((part) => idsOf(collection, part, prefix)));
    return name[0] === '$' ? null : idsAt(collection, condition, prefix + name);
  });
  return smallest(sets);
}

function idsAt(collection, condition, path) {
  const isOperators = isPlain(condition) && Object.keys(condition).some((name) => name[0] === '$');
  if (!isOperators) return byValues(collection, path, [condition]);
  return smallest([
    '$eq' in condition ? byValues(collection, path, [condition.$eq]) : null,
    '$in' in condition ? byValues(collection, path, condition.$in) : null,
    isPlain(condition.$elemMatch) ? idsOf(collection, condition.$elemMatch, `${path}.`) : null,
  ]);
}

// What is missing equals null, and whole arrays and documents are no keys of ours.
function byValues(collection, path, values) {
  if (values.some((value) => value === null || value === undefined || Array.isArray(value) || isPlain(value) || value instanceof RegExp)) return null;
  if (path === '_id') return new Set(values.map(keyOf));
  return collection.places(path)?.of(values) ?? null;
}

const smallest = (sets) => sets.filter(Boolean).reduce((best, set) => (best && best.size <= set.size ? best : set), null);

const union = (sets) => (sets.every(Boolean) ? new Set(sets.flatMap((set) => [...set])) : null);

const shortKeyOf = (value) => (typeof value === 'string' ? `"${value}` : keyOf(value));

function* valuesAt(value, path, from = 0) {
  if (Array.isArray(value)) {
    for (const item of value) if (from === path.length || isPlain(item)) yield* valuesAt(item, path, from);
  } else if (from === path.length) {
    if (value !== undefined && value !== null && !isPlain(value)) yield value;
  } else if (isPlain(value)) {
    yield* valuesAt(value[path[from]], path, from + 1);
  }
}
