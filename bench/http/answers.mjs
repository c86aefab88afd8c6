import { isDeepStrictEqual } from 'node:util';

/** What two answers must have in common; null where they do, else what differs. */
export function difference(name, expected, actual) {
  const [left, right] = [JSON.parse(expected), JSON.parse(actual)].map(name === 'introspection' ? ownTypes : answer => answer);
  return isDeepStrictEqual(left, right) ? null : firstDifference(left, right, '$');
}

/** Servers differ in the order of types, and in the built-in types and directives of their version of the specification. */
function ownTypes({ data }) {
  const byName = (list, view) => Object.fromEntries((list ?? []).map(item => [item.name, view(item)]));
  const input = ({ type, defaultValue, description }) => ({ type, defaultValue, description });
  const builtIn = /^(__.*|Int|Float|String|Boolean|ID)$/;
  return byName(data.__schema.types.filter(type => !builtIn.test(type.name)), type => ({
    kind: type.kind,
    description: type.description,
    specifiedByURL: type.specifiedByURL,
    fields: byName(type.fields, field => ({ type: field.type, description: field.description, isDeprecated: field.isDeprecated, args: byName(field.args, input) })),
    inputFields: byName(type.inputFields, input),
    interfaces: byName(type.interfaces, () => true),
    possibleTypes: byName(type.possibleTypes, () => true),
    enumValues: byName(type.enumValues, value => ({ description: value.description, isDeprecated: value.isDeprecated })),
  }));
}

function firstDifference(left, right, path) {
  if (isDeepStrictEqual(left, right)) return null;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return `${path}: ${JSON.stringify(left)?.slice(0, 200)} is not ${JSON.stringify(right)?.slice(0, 200)}`;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = firstDifference(left[key], right[key], `${path}.${key}`);
    if (found) return found;
  }
  return `${path}: not the same members`;
}
