import { isDeepStrictEqual } from 'node:util';

/** Differences that are meant: the specification of September 2025, or this project's own choice, against graphql-js 16. */
const deviations = [
  {
    reason: 'graphql-js 16.15 tries out deprecated directives, which September 2025 does not have',
    adjust({ op }, expected) {
      if (op !== 'introspect') return false;
      const type = (name) => expected.data.__schema.types.find((candidate) => candidate.name === name);
      return [
        clear(type('__Schema').fields.find(({ name }) => name === 'directives').args),
        remove(type('__Directive').fields, ({ name }) => name === 'isDeprecated' || name === 'deprecationReason'),
        remove(expected.data.__schema.directives.find(({ name }) => name === 'deprecated').locations, (location) => location === 'DIRECTIVE_DEFINITION'),
        remove(type('__DirectiveLocation').enumValues, ({ name }) => name === 'DIRECTIVE_DEFINITION'),
      ].some(Boolean);
    },
  },
  {
    reason: 'includeDeprecated is Boolean! in September 2025, Boolean in graphql-js 16',
    adjust({ op }, expected, answer) {
      if (op !== 'introspect') return false;
      for (const type of expected.data.__schema.types.filter(({ name }) => name.startsWith('__'))) {
        const other = answer.data.__schema.types.find(({ name }) => name === type.name);
        for (const field of type.fields ?? []) {
          const [one, two] = [field, other?.fields.find(({ name }) => name === field.name)].map((one) => one?.args.find(({ name }) => name === 'includeDeprecated'));
          if (one && two?.type.kind === 'NON_NULL') two.type = one.type = two.type.ofType;
        }
      }

      return true;
    },
  },
  {
    reason: 'the reason of @deprecated is String! in September 2025, String in graphql-js 16',
    adjust({ op }, expected) {
      if (op !== 'introspect') return false;
      const reason = expected.data.__schema.directives.find(({ name }) => name === 'deprecated').args[0];
      reason.type = { kind: 'NON_NULL', name: null, ofType: reason.type };
      return true;
    },
  },
  {
    reason: 'graphql-js 16 cannot print the default value of a scalar that takes objects',
    adjust({ op }, expected, answer) {
      const unprinted = op === 'introspect' ? expected.errors.filter(({ message }) => message.startsWith('Cannot convert value to AST')) : [];
      for (const { path } of unprinted) path.slice(0, -1).reduce((at, key) => at[key], answer.data)[path.at(-1)] = null;
      return unprinted.length > 0;
    },
  },
  {
    reason: 'the default value of a scalar that takes anything is printed as written; graphql-js 16 makes a string of a name',
    adjust({ op }, expected) {
      if (op !== 'introspect') return false;
      let isChanged = false;
      const printAsWritten = (inputs) => inputs?.filter(({ defaultValue }) => defaultValue?.includes('"WORD"')).forEach((input) => {
        input.defaultValue = input.defaultValue.replaceAll('"WORD"', 'WORD');
        isChanged = true;
      });
      const { types, directives } = expected.data.__schema;
      types.forEach((type) => [{ args: type.inputFields }, ...(type.fields ?? [])].forEach(({ args }) => printAsWritten(args)));
      directives.forEach(({ args }) => printAsWritten(args));
      return isChanged;
    },
  },
  {
    reason: 'a variable of null is not true, so @skip(if:) keeps and @include(if:) leaves out; graphql-js 16 gives up the request',
    adjust({ op }, expected, answer) {
      const isMeant = op === 'execute' && expected.errors.some(({ message }) => message === 'Argument "if" of non-null type "Boolean!" must not be null.');
      if (isMeant) Object.assign(expected, answer);
      return isMeant;
    },
  },
  {
    reason: 'a number beyond the range of Float is refused; graphql-js 16 lets it in as infinity',
    adjust({ op }, expected, answer) {
      if (op === 'validate') return remove(answer.errors, ({ rule, message }) => rule === 'ValuesOfCorrectType' && message === 'Float cannot represent non numeric value: 1e400');
      const isMeant = op === 'execute' && !('data' in answer) && answer.errors.every(({ message }) => message === 'Float cannot represent non numeric value: 1e400');
      if (isMeant) delete expected.data;
      return isMeant;
    },
  },
  {
    reason: 'a field has one type wherever it is merged, __typename too; graphql-js 16 does not look at the types of meta-fields',
    adjust({ op, query }, expected, answer) {
      const isMeta = ([line, column]) => /^(\w+\s*:\s*)?__(typename|schema|type)\b/.test(query.split(/\r\n|\n|\r/)[line - 1].slice(column - 1));
      return op === 'validate' && remove(answer.errors, ({ rule, locations }) => rule === 'OverlappingFieldsCanBeMerged' && locations.some(isMeta) && !isTold(expected, rule, locations));
    },
  },
  {
    reason: 'graphql-js 16 does not see that a variable stands in a OneOf input object where that is wanted as non-null or in a list',
    adjust: ({ op }, expected, answer) =>
      op === 'validate' && remove(answer.errors, ({ rule, message, locations }) =>
        / must be non-nullable to be used for OneOf /.test(message) && !isTold(expected, rule, locations)),
  },
  {
    reason: 'the five scalars of the specification keep their meaning; graphql-js 16 lets a schema define them anew',
    adjust({ op }, expected, answer) {
      const isMeant = op === 'schema' && !answer.ok && answer.errors.every((message) => message.endsWith('is a scalar of the specification and cannot be defined otherwise.'));
      if (isMeant) expected.ok = false;
      return isMeant;
    },
  },
  {
    reason: 'a number that stands for a String is written with E, as .NET has it; graphql-js 16 writes e',
    adjust({ op }, expected) {
      const text = JSON.stringify(expected.data);
      if (op !== 'execute' || !text?.includes('"1e+300"')) return false;
      expected.data = JSON.parse(text.replaceAll('"1e+300"', '"1E+300"'));
      return true;
    },
  },
  {
    reason: 'graphql-js 16 takes the argument of an unknown directive for the argument of that name of the field; nothing is known of it',
    adjust({ op, query }, expected, answer) {
      if (op !== 'validate') return false;
      const unknown = answer.errors.filter(({ rule }) => rule === 'KnownDirectives').flatMap(({ locations }) => locations);
      return remove(expected.errors, ({ rule, locations }) =>
        rule === 'ValuesOfCorrectType' && !isTold(answer, rule, locations) && locations.every((at) => unknown.some((directive) => isInArguments(query, directive, at))));
    },
  },
  {
    reason: 'a rule of graphql-js 16 throws over @skip and @include with a variable on the root field of a subscription',
    adjust: ({ op }, { stumbled }, answer) => op === 'validate' && remove(answer.errors, ({ rule }) => stumbled.includes(rule)),
  },
  {
    reason: 'September 2025 forbids @skip and @include on the root field of a subscription; graphql-js 16 obeys them there',
    adjust({ op }, expected, answer) {
      const isTold = op === 'validate' && answer.errors.some(({ rule, message }) => rule === 'SingleFieldSubscriptions' && /must not use "@(skip|include)"/.test(message));
      return isTold && [expected, answer].map(({ errors }) => remove(errors, ({ rule }) => rule === 'SingleFieldSubscriptions')).some(Boolean);
    },
  },
];

/** Both answers without what is meant to differ, and the reasons that applied. */
export function adjusted(testCase, expected, answer) {
  const fair = { expected: structuredClone(expected), answer: structuredClone(answer) };
  const reasons = deviations.filter(({ adjust }) => adjust(testCase, fair.expected, fair.answer)).map(({ reason }) => reason);
  return { ...fair, reasons };
}

/** Whether a place is in the brackets of arguments that follow a directive's name. */
function isInArguments(query, directive, place) {
  const [start, at] = [directive, place].map(([line, column]) => offset(query, line, column));
  const [, opened] = /^@\s*\w+\s*(\()/.exec(query.slice(start)) ?? [];
  if (!opened || at < start) return false;
  let depth = 0;
  for (const bracket of query.slice(start, at).replace(/"(\\.|[^"\\])*"/g, '').matchAll(/[()]/g)) depth += bracket[0] === '(' ? 1 : -1;
  return depth > 0;
}

const offset = (query, line, column) => [0, ...[...query.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)][line - 1] + column - 1;

const isTold = ({ errors }, rule, locations) => errors.some((error) => error.rule === rule && isDeepStrictEqual(inOrder(error.locations), inOrder(locations)));
const inOrder = (locations) => locations.map(String).sort();

const clear = (list) => list.splice(0).length > 0;

function remove(list, isMeant) {
  const kept = list.filter((entry) => !isMeant(entry));
  const isChanged = kept.length < list.length;
  list.splice(0, list.length, ...kept);
  return isChanged;
}
