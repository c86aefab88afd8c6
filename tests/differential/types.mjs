/** Types as SDL writes them: "[Int!]!" is read from the outside in. */
export const isNonNull = (type) => type.endsWith('!');
export const nullable = (type) => (isNonNull(type) ? type.slice(0, -1) : type);
export const isList = (type) => nullable(type).startsWith('[');
export const item = (type) => nullable(type).slice(1, -1);
export const named = (type) => type.replace(/[[\]!]/g, '');

/** The object types that a value of a composite type can have. */
export function possibleTypes(model, name) {
  const type = model.composites[name];
  if (!type) return [];
  if (type.kind === 'object') return [name];
  if (type.kind === 'union') return type.members;
  return Object.keys(model.composites).filter((other) => model.composites[other].kind === 'object' && model.composites[other].interfaces.includes(name));
}

export function overlap(model, one, other) {
  const types = possibleTypes(model, one);
  return possibleTypes(model, other).some((name) => types.includes(name));
}
