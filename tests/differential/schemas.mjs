import { literal } from './literals.mjs';
import { isNonNull, nullable } from './types.mjs';

const SCALARS = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Json'];

/** A random schema: what the generators of values and documents ask for, and its SDL. */
export function randomSchema(random) {
  const model = { enums: {}, inputs: {}, composites: {}, directives: [], roots: { query: 'Query' } };
  for (const name of ['Color', 'State']) model.enums[name] = random.times(1, 4, (index) => `${name.toUpperCase()}_${index}`);
  random.times(1, 4, (index) => (model.inputs[`In${index}`] = { isOneOf: false, fields: [] }));
  for (const name of Object.keys(model.inputs)) model.inputs[name] = randomInput(random, model, name);

  const interfaces = random.times(0, 3, (index) => `Node${index}`);
  const objects = random.times(2, 5, (index) => `T${index}`);
  const unions = random.times(0, 2, (index) => `Any${index}`);
  const outputs = [...SCALARS, ...Object.keys(model.enums), ...interfaces, ...objects, ...objects, ...unions];
  interfaces.forEach((name, index) => addInterface(random, model, name, interfaces.slice(0, index), outputs));
  objects.forEach((name) => addObject(random, model, name, random.some(interfaces, 0.5), outputs));
  for (const name of unions) {
    const members = random.some(objects, 0.6);
    model.composites[name] = { kind: 'union', fields: [], interfaces: [], members: members.length > 0 ? members : [objects[0]] };
  }

  if (random.chance(0.2)) model.roots.query = 'Asked';
  addObject(random, model, model.roots.query, random.some(interfaces, 0.2), outputs);
  if (random.chance(0.4)) addRoot(random, model, 'mutation', 'Mutation', outputs);
  if (random.chance(0.4)) addRoot(random, model, 'subscription', 'Subscription', outputs);
  model.directives = random.times(0, 2, (index) => ({
    name: `mark${index}`,
    isRepeatable: random.chance(0.4),
    locations: ['FIELD', ...random.some(['QUERY', 'MUTATION', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT', 'FRAGMENT_DEFINITION', 'VARIABLE_DEFINITION', 'OBJECT', 'ENUM_VALUE'], 0.5)],
    args: randomArguments(random, model, 0.7),
  }));
  return model;
}

function addRoot(random, model, operation, name, outputs) {
  model.roots[operation] = name;
  addObject(random, model, name, [], outputs);
}

function wrap(random, name, probability = 0.35) {
  let type = name;
  if (random.chance(probability)) type += '!';
  while (random.chance(0.25)) type = `[${type}]${random.chance(probability) ? '!' : ''}`;
  return type;
}

function randomInput(random, model, name) {
  const isOneOf = random.chance(0.25);
  const names = [...SCALARS, ...Object.keys(model.enums), ...Object.keys(model.inputs)];
  const fields = random.times(1, 4, (index) => {
    const target = random.pick(names);
    const field = { name: `${'abcd'[index]}${random.chance(0.2) ? index : ''}`, type: wrap(random, target) };
    // An object that always needs another of its kind could never be written down.
    if (isOneOf || model.inputs[target]) field.type = nullable(field.type);
    const isPlain = !model.inputs[target];
    if (!isOneOf && isPlain && random.chance(0.35)) field.default = literal(random, model, field.type);
    if (!(isNonNull(field.type) && field.default === undefined)) field.deprecated = random.chance(0.08);
    return field;
  });
  return { isOneOf, fields: isOneOf && fields.every((field) => model.inputs[nullable(field.type)]) ? [{ name: 'a', type: 'Int' }, ...fields.slice(1)] : fields };
}

function randomArguments(random, model, probability) {
  if (!random.chance(probability)) return [];
  const names = [...SCALARS, ...Object.keys(model.enums), ...Object.keys(model.inputs), ...Object.keys(model.inputs)];
  return random.times(1, 4, (index) => {
    const argument = { name: 'vwxy'[index], type: wrap(random, random.pick(names), 0.25) };
    if (random.chance(0.3)) argument.default = literal(random, model, argument.type);
    return argument;
  });
}

const echo = (random, model) => ({ name: 'echo', type: 'String', args: randomArguments(random, model, 1) });

function ownFields(random, model, prefix, outputs, from, to) {
  return random.times(from, to, (index) => ({
    name: random.chance(0.6) ? `${prefix}F${index}` : `f${index}`,
    type: wrap(random, random.pick(outputs)),
    args: randomArguments(random, model, 0.1),
    deprecated: random.chance(0.05),
  }));
}

function inherited(random, model, interfaces) {
  const all = [...new Set(interfaces.flatMap((name) => [...model.composites[name].interfaces, name]))];
  const fields = new Map();
  for (const field of all.flatMap((name) => model.composites[name].fields)) {
    // Another type may narrow a field only where all its interfaces agree on it: the first that has it decides.
    if (!fields.has(field.name)) fields.set(field.name, { ...field });
  }

  return { all, fields: [...fields.values()] };
}

function addInterface(random, model, name, others, outputs) {
  const { all, fields } = inherited(random, model, others.filter(() => random.chance(0.4)));
  const own = ownFields(random, model, name.toLowerCase(), outputs, 1, 2).map((field) => ({ ...field, name: `${name.toLowerCase()}${field.name}` }));
  model.composites[name] = { kind: 'interface', interfaces: all, fields: [...fields, ...own] };
}

function addObject(random, model, name, interfaces, outputs) {
  const { all, fields } = inherited(random, model, interfaces);
  const kept = fields.map((field) => ({
    ...field,
    type: !isNonNull(field.type) && random.chance(0.2) ? `${field.type}!` : field.type,
    args: random.chance(0.1) ? [...field.args, { name: 'more', type: 'Int' }] : field.args,
  }));
  const own = ownFields(random, model, name.toLowerCase(), outputs, 1, 5);
  model.composites[name] = { kind: 'object', interfaces: all, fields: [...kept, ...own, echo(random, model)] };
}
