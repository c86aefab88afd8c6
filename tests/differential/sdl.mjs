/** Writes a model as SDL, with descriptions, extensions and directives here and there. */
export function toSdl(random, model) {
  const parts = [];
  const add = (text) => parts.push(describe(random, '') + text);
  if (model.roots.query !== 'Query' || random.chance(0.1)) {
    add(`schema {\n${Object.entries(model.roots).map(([operation, type]) => `  ${operation}: ${type}`).join('\n')}\n}`);
  }

  add(`scalar Json${random.chance(0.3) ? ' @specifiedBy(url: "https://example.org/json")' : ''}`);
  for (const [name, values] of Object.entries(model.enums)) {
    add(`enum ${name} {\n${values.map((value) => `${describe(random, '  ')}  ${value}${deprecated(random, random.chance(0.1))}`).join('\n')}\n}`);
  }

  for (const [name, input] of Object.entries(model.inputs)) {
    add(`input ${name}${input.isOneOf ? ' @oneOf' : ''} {\n${input.fields.map((field) => `${describe(random, '  ')}  ${inputValue(random, field)}`).join('\n')}\n}`);
  }

  for (const [name, type] of Object.entries(model.composites)) composite(random, name, type).forEach((text, index) => (index === 0 ? add(text) : parts.push(text)));
  for (const { name, isRepeatable, locations, args } of model.directives) {
    add(`directive @${name}${argumentList(random, args)}${isRepeatable ? ' repeatable' : ''} on ${locations.join(' | ')}`);
  }

  return parts.sort(() => (random.chance(0.1) ? 1 : -1)).join('\n');
}

function composite(random, name, type) {
  if (type.kind === 'union') return [`union ${name} = ${type.members.join(' | ')}`];
  const keyword = type.kind === 'object' ? 'type' : 'interface';
  const fields = type.fields.map((field) => `${describe(random, '  ')}  ${field.name}${argumentList(random, field.args)}: ${field.type}${deprecated(random, field.deprecated)}`);
  const split = fields.length > 1 && random.chance(0.1) ? fields.length - 1 : fields.length;
  const head = type.interfaces.length > 0 ? ` implements ${type.interfaces.join(' & ')}` : '';
  const definition = `${keyword} ${name}${head} {\n${fields.slice(0, split).join('\n')}\n}`;
  return split < fields.length ? [definition, `extend ${keyword} ${name} {\n${fields.slice(split).join('\n')}\n}`] : [definition];
}

const argumentList = (random, args) => (args.length > 0 ? `(${args.map((argument) => inputValue(random, argument)).join(', ')})` : '');

const inputValue = (random, { name, type, default: value, deprecated: isDeprecated }) =>
  `${name}: ${type}${value === undefined ? '' : ` = ${value}`}${deprecated(random, isDeprecated)}`;

const deprecated = (random, isDeprecated) => (isDeprecated ? random.pick([' @deprecated', ' @deprecated(reason: "Cũ")']) : '');

function describe(random, indent) {
  if (!random.chance(0.08)) return '';
  const text = random.pick(['"Mô tả."', '"""\nHai dòng\n  thụt vào\n"""', '"a \\"b\\" \\\\ c"', '"""nói \\""" thế"""']);
  return `${indent}${text.replaceAll('\n', `\n${indent}`)}\n`;
}
