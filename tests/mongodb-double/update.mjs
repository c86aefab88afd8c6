// Update documents. Array paths ($[], $[name], $) are expanded to indexes here: mingo takes two of them below one array for a conflict.
import { ObjectId } from 'bson';
import { updateOne } from 'mingo/updater';
import { copy, encodeKept, isPlain, keyOf } from './documents.mjs';
import { CommandError } from './errors.mjs';
import { aggregate, compile } from './query.mjs';

const NUMERIC = ['$inc', '$mul'];
const ARRAY = ['$push', '$addToSet', '$pull', '$pullAll', '$pop'];
const OPERATORS = new Set(['$set', '$unset', '$setOnInsert', '$min', '$max', '$rename', '$currentDate', '$bit', ...NUMERIC, ...ARRAY]);

/** Changes an entry; null where nothing changes. */
export function modify(collection, entry, update, { query, arrayFilters }) {
  const before = encodeKept(entry.document, collection.types);
  const document = applied(entry.document, update, arrayFilters, query, false);
  const bytes = encodeKept(document, collection.types);
  return bytes.equals(before) ? null : collection.put(document, bytes, entry);
}

export function upsert(collection, update, { query, arrayFilters }) {
  let document = applied(equalities(query), update, arrayFilters, query, true);
  if (document._id === undefined) document = { _id: new ObjectId(), ...document };
  return collection.put(document);
}

function applied(document, update, arrayFilters, query, isInsert) {
  if (Array.isArray(update)) {
    const [result] = aggregate([copy(document)], update);
    return keepsId(document, result, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const operators = Object.keys(update);
  if (!operators.length || operators[0][0] !== '$') {
    const id = document._id ?? update._id;
    const replacement = { ...(id === undefined ? {} : { _id: id }), ...copy(update) };
    return keepsId(document, replacement, "After applying the update, the (immutable) field '_id' was found to have been altered");
  }
  return withOperators(document, update, arrayFilters, query, isInsert);
}

function keepsId(before, after, message) {
  if (before._id !== undefined && keyOf(after._id) !== keyOf(before._id)) throw new CommandError(66, 'ImmutableField', message);
  return after;
}

function withOperators(document, update, arrayFilters = [], query, isInsert) {
  const filters = Object.fromEntries(arrayFilters.map((filter) => [identifierOf(filter), compile(filter)]));
  const used = new Set();
  const result = { ...document };
  const own = owner(result);
  const operations = {};
  for (const [operator, changes] of Object.entries(update)) {
    if (!OPERATORS.has(operator))
      throw new CommandError(9, 'FailedToParse', `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`);
    for (const [path, value] of Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const place of expand(document, path, filters, query, used)) {
        own(place);
        if (operator === '$rename') own(value);
        const current = at(result, place);
        checkType(operator, place, current, document);
        if (operator === '$setOnInsert' && !isInsert) continue;
        if (place === '_id') {
          if (isInsert && operator.startsWith('$set')) result._id = value;
          else if (operator !== '$set' || keyOf(value) !== keyOf(current))
            throw new CommandError(66, 'ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");
          continue;
        }
        // mingo leaves what equals the new value, 95.5 for 95.50 too.
        if (operator === '$set' && current !== null && typeof current === 'object') holderOf(result, place)[place.split('.').at(-1)] = undefined;
        // mingo forgets $sort and $slice where $push makes the array.
        if (operator === '$push' && current === undefined) updateOne([result], {}, { $set: { [place]: [] } });
        (operations[operator === '$setOnInsert' ? '$set' : operator] ??= {})[place] = value;
      }
  }
  for (const name of Object.keys(filters))
    if (!used.has(name))
      throw new CommandError(9, 'FailedToParse', `The array filter for identifier '${name}' was not used in the update ${keyOf(update)}`);
  try {
    if (Object.keys(operations).length) updateOne([result], {}, operations, { cloneMode: 'deep' });
  } catch (error) {
    if (/conflict/.test(error.message)) throw new CommandError(40, 'ConflictingUpdateOperators', error.message);
    throw new CommandError(9, 'FailedToParse', error.message);
  }
  return result;
}

// mingo changes documents and arrays where they are: those on a path become the result's own, all others stay shared.
function owner(result) {
  const owned = new Set();
  return (path) => {
    let holder = result;
    for (const step of path.split('.')) {
      const inner = holder[step];
      if (!isPlain(inner) && !Array.isArray(inner)) return;
      if (!owned.has(inner)) {
        holder[step] = Array.isArray(inner) ? [...inner] : { ...inner };
        owned.add(holder[step]);
      }
      holder = holder[step];
    }
  };
}

const holderOf = (document, path) => path.split('.').slice(0, -1).reduce((value, step) => value[step], document);

const at = (document, path) => path.split('.').reduce((value, step) => value?.[step], document);

function identifierOf(filter) {
  const [name, value] = Object.entries(filter)[0];
  return (/^\$(and|or)$/.test(name) ? Object.keys(value[0])[0] : name).split('.')[0];
}

function checkType(operator, path, current, document) {
  if (current === undefined) return;
  const name = path.split('.').at(-1);
  if (NUMERIC.includes(operator) && typeof current !== 'number' && !['Long', 'Decimal128'].includes(current?._bsontype))
    throw new CommandError(14, 'TypeMismatch', `Cannot apply ${operator} to a value of non-numeric type. {_id: ${keyOf(document._id)}} has the field '${name}' of non-numeric type ${typeof current}`);
  if (ARRAY.includes(operator) && !Array.isArray(current))
    throw new CommandError(2, 'BadValue', `The field '${path}' must be an array but is of type ${typeof current} in document {_id: ${keyOf(document._id)}}`);
}

/** The paths with indexes that a path with $[], $[name] or $ stands for. */
function expand(document, path, filters, query, used) {
  const steps = path.split('.');
  const from = (value, i, done) => {
    if (i === steps.length) return [done.join('.')];
    const step = steps[i];
    const here = done.join('.');
    const positional = /^\$(?:\[(\w*)\])?$/.exec(step);
    if (!positional) {
      const isScalar = value !== undefined && !isPlain(value) && !Array.isArray(value);
      if (isScalar || (Array.isArray(value) && !/^\d+$/.test(step)))
        throw new CommandError(28, 'PathNotViable', `Cannot create field '${step}' in element {${done.at(-1)}: ${keyOf(value)}}`);
      return from(value?.[step], i + 1, [...done, step]);
    }
    if (!Array.isArray(value))
      throw new CommandError(2, 'BadValue', value === undefined
        ? `The path '${here}' must exist in the document in order to apply array updates.`
        : `Cannot apply array updates to non-array element ${done.at(-1)}: ${keyOf(value)}`);
    const [, name] = positional;
    if (name === undefined) {
      const index = value.findIndex((item) => matchesPosition(query, here, item));
      return index < 0 ? [] : from(value[index], i + 1, [...done, index]);
    }
    if (name && !filters[name]) throw new CommandError(2, 'BadValue', `No array filter found for identifier '${name}' in path '${path}'`);
    if (name) used.add(name);
    return value.flatMap((item, index) => (!name || filters[name].test({ [name]: item }) ? from(item, i + 1, [...done, index]) : []));
  };
  return from(document, 0, []);
}

function matchesPosition(query, path, item) {
  const parts = Object.entries(query ?? {}).filter(([name]) => name === path || name.startsWith(`${path}.`));
  if (!parts.length) throw new CommandError(2, 'BadValue', 'The positional operator did not find the match needed from the query.');
  const wrapped = path.split('.').reduceRight((inner, step) => ({ [step]: inner }), [item]);
  return compile(Object.fromEntries(parts)).test(wrapped);
}

/** What an upsert takes over from its filter. */
function equalities(filter) {
  const document = {};
  const take = (part) => {
    for (const [name, value] of Object.entries(part)) {
      if (name === '$and') value.forEach(take);
      const isOperator = isPlain(value) && Object.keys(value).some((key) => key[0] === '$');
      if (name[0] === '$' || (isOperator && !('$eq' in value))) continue;
      const wanted = isOperator ? value.$eq : value;
      if (name === '_id') document._id = wanted;
      else updateOne([document], {}, { $set: { [name]: wanted } });
    }
  };
  take(filter ?? {});
  return document;
}
