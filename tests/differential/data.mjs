import { isList, isNonNull, item, named, nullable, possibleTypes } from './types.mjs';

const LEAVES = {
  Int: [0, 1, -5, 2147483647, 891],
  Float: [0, 1.5, -2.25, 3, 1e10, 0.1],
  String: ['', 'x', 'Quý I/2024', 'line\nbreak', 'emoji 😀', '"q" \\ </script>', '\u2028\u0001'],
  Boolean: [true, false],
  ID: ['1', 'id-93', 'Kế hoạch', 7],
  Json: [1, 'x', true, [1, ['a']], { a: { b: null } }, 1.5],
};
const WRONG = [true, 1, 1.5, 'x', '12', '', [], [1], {}, { a: 1 }, 2147483648, 1e300, -0.5, 0];

/** A random value for a root object, with nulls where none may be and values of the wrong kind. */
export function randomRoot(random, model, rootName, { broken }) {
  let left = 300;

  function value(type, depth) {
    left--;
    if (random.chance(broken)) return random.pick([null, ...WRONG]);
    if (!isNonNull(type) && random.chance(0.12)) return null;
    if (isList(type)) {
      const of = item(type);
      return left < 0 || (depth <= 0 && model.composites[named(of)]) ? [] : random.times(0, 3, () => value(of, depth - 1));
    }

    const leaf = LEAVES[nullable(type)];
    if (leaf) return random.pick(leaf);
    const name = named(type);
    return model.enums[name] ? random.pick(model.enums[name]) : object(name, depth);
  }

  function object(name, depth) {
    if (depth <= -3 || left < -50) return null;
    const isAbstract = model.composites[name].kind !== 'object';
    const types = possibleTypes(model, name);
    const typeName = isAbstract ? (random.chance(broken) || types.length === 0 ? random.pick(['T0', 'Nope', '', 'Color', 1]) : random.pick(types)) : name;
    const made = isAbstract ? { __typename: typeName } : {};
    for (const field of model.composites[typeName]?.fields ?? []) {
      if (field.name === 'echo') continue;
      const isNeeded = isNonNull(field.type);
      const isDeep = depth <= 0 && model.composites[named(field.type)];
      if (isNeeded ? !random.chance(broken) : !isDeep && random.chance(0.9)) made[field.name] = value(field.type, depth - 1);
    }

    return made;
  }

  return object(rootName, 4);
}
