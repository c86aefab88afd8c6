import { isList, isNonNull, item, named, nullable } from './types.mjs';

const STRINGS = ['"x"', '""', '"Quý I/2024"', '"a\\nb"', '"\\u0041\\u{1F600}"', '"\\"q\\""', '"""block"""', '"""\n    two\n      lines\n  """', '"""\\""" """'];
const LEAVES = {
  Int: ['0', '1', '-7', '2147483647', '-2147483648'],
  Float: ['0', '1.5', '-2.25', '1e3', '6.02E+2', '3', '1.0', '0.1', '123456789.125'],
  String: STRINGS,
  Boolean: ['true', 'false'],
  ID: ['1', '"a"', '"1"', '-5', '12345678901', '"Kế hoạch"'],
  Json: ['1', '"x"', 'true', '[1, "a", [2]]', '{ a: 1, b: { c: [true] } }', 'WORD', '-0.5', 'null'],
};
const WRONG = ['1', '1.5', '"x"', 'true', 'null', 'NOPE', '[1]', '[]', '{}', '{ nope: 1 }', '2147483648', '99999999999999999999', '1e400', '[[null]]'];

/**
 * A literal of an input type.
 * wild: how often it is wrong. variable: gives "$name" for a place, or nothing. depth: how deep it still goes.
 * fallBack: what a nullable variable may count on in a non-null place: nothing ("none"), its own default, or the place's ("place").
 */
export function literal(random, model, type, { wild = 0, variable = () => undefined, depth = 3, fallBack = 'own' } = {}) {
  const inner = { wild, variable, depth: depth - 1 };
  if (random.chance(wild)) return random.pick(WRONG);
  const name = variable(type, fallBack);
  if (name) return name;
  if (!isNonNull(type) && random.chance(0.1)) return 'null';
  if (isList(type)) {
    const of = item(type);
    if (depth <= 0) return '[]';
    // One value stands for a list of it, however deep; but a variable does not.
    if (random.chance(0.15)) return literal(random, model, `${named(of)}!`, { ...inner, variable: undefined });
    return `[${random.times(0, 3, () => literal(random, model, of, inner)).join(random.pick([', ', ' ']))}]`;
  }

  const leaf = LEAVES[nullable(type)];
  if (leaf) return random.pick(isNonNull(type) ? leaf.filter((text) => text !== 'null') : leaf);
  const values = model.enums[named(type)];
  return values ? random.pick(values) : inputObject(random, model, model.inputs[named(type)], inner, wild);
}

function inputObject(random, model, input, inner, wild) {
  if (input.isOneOf) {
    const field = random.pick(inner.depth > 0 ? input.fields : input.fields.filter(({ type }) => isList(type) || !model.inputs[type]));
    return `{ ${field.name}: ${literal(random, model, `${field.type}!`, { ...inner, fallBack: 'none' })} }`;
  }

  const needed = (field) => isNonNull(field.type) && field.default === undefined;
  const given = input.fields.filter((field) => (needed(field) ? !random.chance(wild) : inner.depth > 0 && random.chance(0.4)));
  const fields = given.map((field) => `${field.name}: ${literal(random, model, field.type, { ...inner, fallBack: field.default === undefined ? 'own' : 'place' })}`);
  if (random.chance(wild)) fields.push('nope: 1');
  if (random.chance(wild) && fields.length > 0) fields.push(fields[0]);
  return `{${fields.join(', ')}}`;
}
