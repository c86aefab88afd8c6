import { isDeepStrictEqual } from 'node:util';
import { answerOf } from './oracle.mjs';

/** Says how an answer differs from the expected one; nothing where it does not. */
export function difference(testCase, expected, answer) {
  if (answer.fault !== undefined) return `the engine stumbled: ${answer.fault}`;
  return COMPARE[testCase.op](expected, answer);
}

const COMPARE = {
  parse: (expected, answer) => (['ok', 'line', 'column'].every((key) => expected[key] === answer[key]) ? undefined : 'parsed otherwise'),
  schema: (expected, answer) => (expected.ok === answer.ok ? undefined : expected.ok ? 'refused a schema' : 'built a wrong schema'),
  validate(expected, answer) {
    const [missing, added] = [without(expected.errors, answer.errors), without(answer.errors, expected.errors)];
    return missing.length + added.length === 0 ? undefined : `missing ${JSON.stringify(missing)}, added ${JSON.stringify(added)}`;
  },
  execute: executed,
  introspect: (expected, answer) => firstDifference(wordless(expected.data), wordless(answer.data)),
  // The printed schema must mean the same to the oracle as the text that it was built from.
  print: (expected, answer) => (answer.sdl === undefined ? 'refused a schema' : firstDifference(sorted(expected.data), sorted(answerOf({ op: 'print', sdl: answer.sdl }).data))),
};

function firstDifference(expected, value, path = '') {
  if (isDeepStrictEqual(expected, value)) return undefined;
  const isNode = (one) => typeof one === 'object' && one !== null;
  const inside = isNode(expected) && isNode(value) ? Object.keys({ ...expected, ...value }) : [];
  for (const key of inside) {
    const found = firstDifference(expected[key], value[key], `${path}/${key}`);
    if (found) return found;
  }

  return `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(value)}`;
}

const key = ({ rule, locations }) => JSON.stringify([rule, locations.map((place) => place.join(':')).sort()]);
const without = (errors, others) => [...new Set(errors.map(key))].filter((one) => !others.some((other) => key(other) === one));

function executed(expected, answer) {
  if ('data' in expected !== 'data' in answer) return 'data' in expected ? 'refused a request' : 'executed a wrong request';
  if (!('data' in expected)) return answer.errors.length > 0 ? undefined : 'refused a request without an error';
  if (!isSame(expected.data, answer.data)) return 'other data';
  const stray = answer.errors.find((error) => !expected.errors.some((other) => isDeepStrictEqual(other.path, error.path) && isDeepStrictEqual(other.locations, error.locations)));
  if (stray) return `an error that was not expected: ${JSON.stringify(stray)}`;
  // Of several errors under one nulled parent any may be told, but each null needs one.
  const told = new Set(answer.errors.map((error) => nulled(answer.data, error.path)));
  const silent = expected.errors.find((error) => !told.has(nulled(expected.data, error.path)));
  return silent ? `an error that was not told: ${JSON.stringify(silent)}` : undefined;
}

/** The place where an error left null. */
function nulled(data, path) {
  let at = data;
  let depth = 0;
  while (at !== null && depth < path.length) at = at[path[depth++]];
  return JSON.stringify(path.slice(0, depth));
}

/** The same values with members in the same order; echoed arguments as the JSON that they are. */
function isSame(expected, value) {
  if (Array.isArray(expected)) return Array.isArray(value) && expected.length === value.length && expected.every((item, index) => isSame(item, value[index]));
  if (typeof expected === 'object' && expected !== null) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const names = Object.keys(expected);
    return isDeepStrictEqual(names, Object.keys(value)) && names.every((name) => isSame(expected[name], value[name]));
  }

  if (typeof expected === 'string' && typeof value === 'string' && expected.startsWith('{')) return isDeepStrictEqual(JSON.parse(expected), JSON.parse(value));
  return Object.is(expected, value);
}

/** Introspection without the texts that each implementation writes for itself. */
function wordless(data) {
  const schema = structuredClone(data.__schema);
  for (const type of schema.types.filter(({ name }) => name.startsWith('__') || ['Int', 'Float', 'String', 'Boolean', 'ID'].includes(name))) quiet(type);
  for (const directive of schema.directives.filter(({ name }) => ['skip', 'include', 'deprecated', 'specifiedBy', 'oneOf'].includes(name))) quiet(directive);
  return schema;
}

function quiet(node) {
  if (typeof node !== 'object' || node === null) return;
  if ('description' in node) node.description = null;
  Object.values(node).forEach(quiet);
}

function sorted(data) {
  const schema = wordless(data);
  schema.types.sort((one, other) => (one.name < other.name ? -1 : 1));
  return schema;
}
