import {
  GraphQLError, ValuesOfCorrectTypeRule, VariablesAreInputTypesRule, buildSchema, execute, getIntrospectionQuery, isInputObjectType, parse, print, specifiedRules, validate, validateSchema,
} from 'graphql';

export const INTROSPECTION = getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true });

/** What graphql-js answers to a case, in the words of the conformance protocol. */
export function answerOf(testCase) {
  return { parse: parsed, schema: built, validate: validated, execute: executed, introspect: executed, print: introspected }[testCase.op](testCase);
}

function parsed({ source }) {
  try {
    parse(source);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { ok: false, line: error.locations[0].line, column: error.locations[0].column, message: error.message };
  }
}

function built({ sdl }) {
  try {
    const schema = buildSchema(sdl);
    const errors = [...validateSchema(schema), ...wrongDefaults(schema)];
    return { ok: errors.length === 0, errors: errors.map((error) => error.message) };
  } catch (error) {
    return { ok: false, errors: [error.message] };
  }
}

/** graphql-js 16 checks the defaults of variables only, so those of the schema are given to variables of their types. */
function wrongDefaults(schema) {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const fields = types.flatMap((type) => Object.values(type.getFields?.() ?? {}).map((field) => ({ field, isInput: isInputObjectType(type) })));
  const inputs = [...fields.flatMap(({ field, isInput }) => (isInput ? [field] : field.args)), ...schema.getDirectives().flatMap(({ args }) => args)];
  return inputs.flatMap(({ astNode, type }) => {
    if (!astNode?.defaultValue) return [];
    const document = parse(`query ($default: ${type} = ${print(astNode.defaultValue)}) { __typename }`);
    return validate(schema, document, [ValuesOfCorrectTypeRule, VariablesAreInputTypesRule]);
  });
}

/** One rule at a time, so that none hides another's errors. */
function validated({ sdl, query }) {
  const schema = buildSchema(sdl);
  const document = parse(query);
  const errors = [];
  const stumbled = [];
  for (const rule of specifiedRules) {
    const name = rule.name.replace(/Rule$/, '');
    try {
      for (const error of validate(schema, document, [rule], { maxErrors: 100_000 })) errors.push({ rule: name, message: error.message, locations: places(error) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      stumbled.push(name);
    }
  }

  return { errors, stumbled };
}

function executed({ sdl, query, root, variables, operationName }) {
  const schema = buildSchema(sdl);
  let document;
  try {
    document = parse(query);
  } catch (error) {
    return { errors: [{ message: error.message, locations: places(error) }] };
  }

  const mistakes = validate(schema, document);
  const result = mistakes.length > 0 ? { errors: mistakes } : execute({ schema, document, rootValue: root, variableValues: variables, operationName, fieldResolver: resolve });
  const answer = 'data' in result ? { data: JSON.parse(JSON.stringify(result.data)) } : {};
  return { ...answer, errors: (result.errors ?? []).map((error) => ({ message: error.message, path: error.path, locations: places(error) })) };
}

const introspected = ({ sdl }) => executed({ sdl, query: INTROSPECTION });

const places = (error) => (error.locations ?? []).map(({ line, column }) => [line, column]);

/** The field's value is the property of its name; one named echo gives its arguments as text. */
function resolve(parent, args, _context, info) {
  if (info.fieldName === 'echo') return JSON.stringify(args);
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, info.fieldName) ? parent[info.fieldName] : undefined;
}
