// BSON documents as bytes and as values, and the number types that JavaScript forgets.
import './decimals.mjs';
import { deserialize, Double, EJSON, Long, serialize, setInternalBufferSize } from 'bson';

// What does not fit is cut off without an error. A document that is too large has to arrive whole, to be refused.
setInternalBufferSize(48_000_000);

export const encode = (document) => Buffer.from(serialize(document, { ignoreUndefined: true }));
export const decode = (bytes) => deserialize(bytes, { promoteBuffers: false, bsonRegExp: false });
export const decodeTyped = (bytes) => deserialize(bytes, { promoteValues: false });

export const isPlain = (value) => value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
export const keyOf = (value) => EJSON.stringify(value === undefined ? null : value, { relaxed: true });
export const copy = (value) =>
  Array.isArray(value) ? value.map(copy)
    : isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner)]))
      : value;

/** The body of a BSON array made of documents that are encoded already. */
export function encodeArray(documents) {
  const parts = [Buffer.alloc(4)];
  documents.forEach((document, index) => parts.push(Buffer.from(`\x03${index}\0`, 'latin1'), document));
  parts.push(Buffer.from([0]));
  const bytes = Buffer.concat(parts);
  bytes.writeInt32LE(bytes.length);
  return bytes;
}

/** An encoded document with one more element at its end. */
export function append(document, name, type, value) {
  const head = Buffer.isBuffer(document) ? document : encode(document);
  const bytes = Buffer.concat([head.subarray(0, -1), Buffer.from([type]), Buffer.from(`${name}\0`), value, Buffer.from([0])]);
  bytes.writeInt32LE(bytes.length);
  return bytes;
}

// The bytes of documents and arrays that are part of a document: what an update leaves alone need not be encoded again.
const encodedParts = new WeakMap();

/** The bytes of a document or an array, with the number types of its collection. It must not change afterwards. */
export function encodeKept(value, types, path = '') {
  const known = encodedParts.get(value);
  if (known) return known;
  const isArray = Array.isArray(value);
  const parts = [Buffer.alloc(4)];
  let scalars = {};
  const flush = () => {
    parts.push(encode(scalars).subarray(4, -1));
    scalars = {};
  };
  for (const [name, inner] of Object.entries(value)) {
    const at = isArray ? path : `${path}.${name}`;
    if (isPlain(inner) || Array.isArray(inner)) {
      flush();
      parts.push(Buffer.from([Array.isArray(inner) ? TYPE_ARRAY : TYPE_DOCUMENT]), Buffer.from(`${name}\0`), encodeKept(inner, types, at));
    } else {
      scalars[name] = isArray && inner === undefined ? null : types.restore(inner, at);
    }
  }
  flush();
  const bytes = Buffer.concat([...parts, Buffer.from([0])]);
  bytes.writeInt32LE(bytes.length);
  encodedParts.set(value, bytes);
  return bytes;
}

export const areSame = (one, other) => {
  if (one === other) return true;
  const [bytes, others] = [encodedParts.get(one), encodedParts.get(other)];
  return bytes && others ? bytes.equals(others) : keyOf(one) === keyOf(other);
};

export const TYPE_DOUBLE = 1;
export const TYPE_DOCUMENT = 3;
export const TYPE_ARRAY = 4;
export const OK = Buffer.from(new Float64Array([1]).buffer);

/**
 * mingo computes with JavaScript's numbers, so int64 and double fields would come back as int32.
 * Each collection therefore remembers, by path without array indexes, the type that was last written.
 */
export class NumberTypes {
  #types = new Map();

  learn(value, path = '', isOperand = false) {
    const type = value?._bsontype;
    if (type === 'Long' || type === 'Double') {
      this.#types.set(path, type);
    } else if (type === 'Int32') {
      // An int32 operand of $inc leaves the type of its field alone.
      if (!isOperand) this.#types.delete(path);
    } else if (Array.isArray(value)) {
      for (const item of value) this.learn(item, path, isOperand);
    } else if (isPlain(value)) {
      for (const [name, inner] of Object.entries(value)) {
        const isPart = /^(\$.*|\d+)$/.test(name);
        const step = name.replace(/\.(\$\[?\w*\]?|\d+)(?=\.|$)/g, '');
        this.learn(inner, isPart ? path : `${path}.${step}`, isOperand || name === '$inc' || name === '$mul');
      }
    }
  }

  restore(value, path = '') {
    if (typeof value === 'number') {
      const type = this.#types.get(path);
      if (type === 'Long' && Number.isInteger(value)) return Long.fromNumber(value);
      return type === 'Double' ? new Double(value) : value;
    }
    if (Array.isArray(value)) return value.map((item) => this.restore(item, path));
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.restore(inner, `${path}.${name}`)]));
  }
}
