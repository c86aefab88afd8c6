// Filters, projections and pipelines, evaluated by mingo where it does what MongoDB documents.
import { Query } from 'mingo/query';
import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { compare } from 'mingo/util';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { copy, isPlain, keyOf } from './documents.mjs';
import { CommandError } from './errors.mjs';
import { candidates } from './lookup.mjs';

// mingo scrambles the order of projected fields. MongoDB: _id, included fields as they stand, computed ones as they are specified.
const ordered = (projected, like) => {
  const result = {};
  for (const name of [...Object.keys(like), ...Object.keys(projected).reverse()]) if (name in projected) result[name] = projected[name];
  return result;
};

const project = (documents, specification, options) =>
  pipeline.$project(documents, specification, options).map((document) =>
    ordered(document, { _id: 1, ...Object.fromEntries(Object.keys(specification).map((name) => [name.split('.')[0], 1])) }));

// As expressions, comparisons follow the order of BSON types, so null stands before all values; mingo's compare one type only.
const ordering = (holds) => (document, operands, options) => holds(expression.$cmp(document, operands, options));
const ownExpressions = {
  $gt: ordering((order) => order > 0),
  $gte: ordering((order) => order >= 0),
  $lt: ordering((order) => order < 0),
  $lte: ordering((order) => order <= 0),
  // mingo counts bytes as characters; only the start of a text is asked for by place.
  $indexOfCP: expression.$indexOfBytes,
};

// Below two arrays, mingo asks for one item that is itself an array of matching items; MongoDB asks each innermost array.
const elemMatch = (path, criteria) => {
  const isOfValues = Object.keys(criteria).every((name) => name[0] === '$' && !['$and', '$or', '$nor'].includes(name));
  const test = compile(isOfValues ? { item: criteria } : criteria);
  const matches = (item) => (isOfValues ? test.test({ item }) : isPlain(item) && test.test(item));
  return (document) => arraysAt(document, path.split('.')).some((array) => array.some(matches));
};

// Nor does mingo look for values of $in below two arrays.
const isIn = (path, values) => {
  const wanted = new Set(values.map(keyOf));
  return (document) => valuesAt(document, path.split('.')).some((value) => wanted.has(keyOf(value)));
};

// An array stands where its least value does and, falling, where its greatest does; mingo compares arrays as wholes.
const sort = (documents, specification, options) => {
  const terms = Object.entries(specification).map(([path, direction], index) => ({ path: path.split('.'), direction, key: `key${index}` }));
  const placeOf = (document, { path, direction }) => {
    const [first, ...others] = valuesAt(document, path).filter((value) => !Array.isArray(value));
    return others.reduce((best, value) => (compare(value, best) * direction < 0 ? value : best), first);
  };
  return pipeline
    .$sort(
      documents.map((document) => ({ document, ...Object.fromEntries(terms.map((term) => [term.key, placeOf(document, term)])) })),
      Object.fromEntries(terms.map(({ key, direction }) => [key, direction])),
      options)
    .map(({ document }) => document);
};

function valuesAt(value, path) {
  if (!path.length) return Array.isArray(value) ? [value, ...value] : [value];
  if (Array.isArray(value)) return value.filter(isPlain).flatMap((item) => valuesAt(item, path));
  return isPlain(value) ? valuesAt(value[path[0]], path.slice(1)) : [undefined];
}

function arraysAt(value, path) {
  if (!path.length) return Array.isArray(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => (isPlain(item) ? arraysAt(item, path) : []));
  return isPlain(value) ? arraysAt(value[path[0]], path.slice(1)) : [];
}

export const context = Context.init({ accumulator, expression: { ...expression, ...ownExpressions }, pipeline: { ...pipeline, $project: project, $sort: sort }, projection, query: { ...query, $elemMatch: elemMatch, $in: isIn }, window });

export function compile(filter) {
  try {
    return new Query(filter ?? {}, { context });
  } catch (error) {
    throw new CommandError(2, 'BadValue', /operator/.test(error.message) ? `unknown operator: ${error.message}` : error.message);
  }
}

export function projected(documents, specification) {
  const { _id: id = 1, ...paths } = specification;
  const values = Object.values(paths);
  const includes = values.length ? values.every(isYes) : isYes(id);
  if (includes || values.every(isNo)) {
    const tree = treeOf(includes ? { ...paths, _id: id } : { ...paths, ...(isNo(id) ? { _id: id } : {}) });
    if (isNo(id) && includes) delete tree._id;
    return documents.map((document) => (includes ? including(document, tree) : excluding(document, tree)));
  }
  // mingo takes members out of the very document.
  return documents.map((document) => ordered(compile({}).find([copy(document)], specification).all()[0], document));
}

const isYes = (value) => value === true || (typeof value === 'number' && value !== 0);
const isNo = (value) => value === false || value === 0;

function treeOf(paths) {
  const tree = {};
  for (const path of Object.keys(paths)) {
    const steps = path.split('.');
    const last = steps.pop();
    steps.reduce((node, step) => (node[step] ??= {}), tree)[last] = null;
  }
  return tree;
}

function including(value, tree) {
  if (!tree) return value;
  if (Array.isArray(value)) return value.map((item) => including(item, tree)).filter((item) => item !== undefined);
  if (!isPlain(value)) return undefined;
  const result = {};
  for (const [name, inner] of Object.entries(value)) {
    const kept = name in tree ? including(inner, tree[name]) : undefined;
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

function excluding(value, tree) {
  if (Array.isArray(value)) return value.map((item) => excluding(item, tree));
  if (!isPlain(value)) return value;
  const result = {};
  for (const [name, inner] of Object.entries(value))
    if (!(name in tree)) result[name] = inner;
    else if (tree[name]) result[name] = excluding(inner, tree[name]);
  return result;
}

/** Entries of a collection that match, in order. */
export function matching(collection, filter, { sort, skip = 0, limit = 0 } = {}) {
  if (!collection) return [];
  const test = compile(filter);
  let found = [];
  for (const entry of candidates(collection, filter)) if (test.test(entry.document)) found.push(entry);
  if (sort && Object.keys(sort).length) {
    const byDocument = new Map(found.map((entry) => [entry.document, entry]));
    found = compile({}).find([...byDocument.keys()]).sort(sort).all().map((document) => byDocument.get(document));
  }
  return found.slice(skip, limit ? skip + limit : undefined);
}

export function aggregate(documents, stages, resolve) {
  for (const stage of stages)
    if (Object.keys(stage).length !== 1)
      throw new CommandError(40323, 'Location40323', 'A pipeline stage specification object must contain exactly one field.');
  try {
    return new Aggregator(stages, { context, collectionResolver: resolve }).run(documents);
  } catch (error) {
    const isUnknown = /unregistered|not registered|Unknown|unrecognized/i.test(error.message);
    throw new CommandError(isUnknown ? 40324 : 2, isUnknown ? 'Location40324' : 'BadValue', error.message);
  }
}
