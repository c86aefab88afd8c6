// What a transaction sees and has written: all collections as they were when it began, and its own writes over them.
import { CommandError } from './errors.mjs';

const conflict = () =>
  new CommandError(112, 'WriteConflict', 'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.');

export class Snapshot {
  #storage;
  #views = new Map();
  #stops = [];

  constructor(storage) {
    this.#storage = storage;
    for (const collection of storage.collections()) this.#view(collection);
  }

  find(database, name) {
    const collection = this.#storage.find(database, name);
    return collection && (this.#views.get(collection) ?? this.#view(collection));
  }

  open(database, name) {
    this.#storage.open(database, name);
    return this.find(database, name);
  }

  /** Lets go of everything; what was written is there for all others at once, or never was. */
  close(isCommitted) {
    this.#stops.forEach((stop) => stop());
    for (const view of this.#views.values()) view.close(isCommitted);
  }

  #view(collection) {
    const view = new View(collection);
    this.#stops.push(collection.watch((id, before) => view.keep(id, before)));
    this.#views.set(collection, view);
    return view;
  }
}

/** A collection as one transaction sees it. */
class View {
  #collection;
  #before = new Map(); // what others have changed since, as it was
  #own = new Map(); // what this transaction has written; undefined where it removed
  #writes = [];
  #locks = new Set();

  constructor(collection) {
    this.#collection = collection;
  }

  get storage() {
    return this.#collection.storage;
  }

  get namespace() {
    return this.#collection.namespace;
  }

  get types() {
    return this.#collection.types;
  }

  keep(id, before) {
    if (!this.#before.has(id)) this.#before.set(id, before);
  }

  get(id) {
    for (const layer of [this.#own, this.#before]) if (layer.has(id)) return layer.get(id);
    return this.#collection.get(id);
  }

  all() {
    const ids = new Set([...this.#collection.all()].map((entry) => entry.id).concat(...this.#before.keys(), ...this.#own.keys()));
    return [...ids].map((id) => this.get(id)).filter(Boolean).sort((one, other) => one.order - other.order);
  }

  places(path) {
    const places = this.#collection.places(path);
    return places && { of: (values) => new Set([...places.of(values), ...this.#before.keys(), ...this.#own.keys()]) };
  }

  put(document, bytes, previous) {
    const entry = this.#collection.entryOf(document, bytes, previous);
    this.#take(entry.id);
    for (const index of this.#collection.indexes)
      for (const key of index.keys(document)) {
        const owner = index.ownerOf(key);
        if (owner === entry.id) continue;
        this.#lock(index.lockOf(key));
        if ([owner, ...this.#own.keys()].some((id) => id !== undefined && id !== entry.id && this.#holds(index, id, key))) throw index.duplicate(key, this.namespace);
        // Somebody who is at work on it, or has been since.
        if (owner !== undefined && !this.#own.has(owner)) throw conflict();
      }
    this.#write(entry.id, previous, entry);
    return entry;
  }

  remove(entry) {
    this.#take(entry.id);
    this.#write(entry.id, entry, undefined);
  }

  close(isCommitted) {
    if (isCommitted && this.#writes.length) this.#collection.exchange(this.#writes);
    for (const name of this.#locks) this.#collection.unlock(name);
  }

  #holds(index, id, key) {
    const entry = this.get(id);
    return entry !== undefined && index.keys(entry.document).includes(key);
  }

  /** Keeps others from a document; too late where they have changed it since this transaction began. */
  #take(id) {
    if (this.#before.has(id)) throw conflict();
    this.#lock(id);
  }

  #lock(name) {
    const holder = this.#collection.holderOf(name);
    if (holder !== undefined && holder !== this) throw conflict();
    this.#collection.lock(name, this);
    this.#locks.add(name);
  }

  #write(id, before, after) {
    this.#writes.push({ id, before, after });
    this.#own.set(id, after);
  }
}
