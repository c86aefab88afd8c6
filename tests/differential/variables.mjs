import { isList, isNonNull, item, named, nullable } from './types.mjs';

const LEAVES = {
  Int: [0, 1, -5, 2147483647, 1.0],
  Float: [0, 1.5, -2, 1e21, 0.1],
  String: ['', 'x', 'Quý I/2024', 'emoji 😀', '\n'],
  Boolean: [true, false],
  ID: ['1', 'a', 7, -3],
  Json: [null, 1, 'x', [1, { a: null }], { a: [true] }],
};
const WRONG = [null, true, 1, 1.5, 'x', [], [1], [null], {}, { nope: 1 }, 2147483648, '1', 'STATE_0'];

/** A random JSON value for a variable of an input type; wrong as often as "wild" says. */
export function jsonValue(random, model, type, wild, depth = 3) {
  if (random.chance(wild)) return random.pick(WRONG);
  if (!isNonNull(type) && random.chance(0.12)) return null;
  if (isList(type)) {
    const of = item(type);
    if (depth <= 0) return [];
    return random.chance(0.15) ? jsonValue(random, model, `${named(of)}!`, wild, depth) : random.times(0, 3, () => jsonValue(random, model, of, wild, depth - 1));
  }

  const leaf = LEAVES[nullable(type)];
  if (leaf) return random.pick(isNonNull(type) ? leaf.filter((value) => value !== null) : leaf);
  const name = named(type);
  if (model.enums[name]) return random.pick(model.enums[name]);

  const input = model.inputs[name];
  if (!input) return random.pick(WRONG);
  const needed = (field) => isNonNull(field.type) && field.default === undefined;
  const given = input.isOneOf
    ? [random.pick(depth > 0 ? input.fields : input.fields.filter((field) => isList(field.type) || !model.inputs[field.type]))]
    : input.fields.filter((field) => (needed(field) ? !random.chance(wild) : depth > 0 && random.chance(0.4)));
  const entries = given.map((field) => [field.name, jsonValue(random, model, input.isOneOf ? `${field.type}!` : field.type, wild, depth - 1)]);
  if (random.chance(wild)) entries.push(['nope', 1]);
  return Object.fromEntries(entries);
}

export function randomVariables(random, model, definitions, wild) {
  const given = {};
  for (const { name, type, default: value } of definitions) {
    const mayBeLeftOut = !isNonNull(type) || value !== undefined;
    if (mayBeLeftOut ? random.chance(0.75) : !random.chance(wild)) given[name] = jsonValue(random, model, type, wild);
  }

  if (random.chance(wild)) given.unasked = 1;
  return given;
}
