import { parse } from 'graphql';
import { randomRoot } from './data.mjs';
import { DocumentGenerator } from './documents.mjs';
import { mutateText, mutateTokens } from './mutations.mjs';
import { INTROSPECTION } from './oracle.mjs';
import { Random } from './random.mjs';
import { randomSchema } from './schemas.mjs';
import { toSdl } from './sdl.mjs';
import { randomVariables } from './variables.mjs';

const KINDS = ['execute', 'execute', 'execute', 'execute', 'validate', 'validate', 'validate', 'parse', 'parse', 'schema', 'schema', 'introspect', 'print'];

/** The case of a number: the same for the same seed. */
export function randomCase(seed, index) {
  const random = Random.ofCase(seed, index);
  const op = random.pick(KINDS);
  const model = randomSchema(random);
  const sdl = toSdl(random, model);
  return { op, id: `${seed}:${index}`, ...MAKE[op](random, model, sdl) };
}

const MAKE = {
  parse(random, model, sdl) {
    const source = random.chance(0.5) ? sdl : new DocumentGenerator(random, model, 0.02).generate().query;
    return { source: random.chance(0.5) ? mutateTokens(random, source) : mutateText(random, source) };
  },
  schema: (random, _model, sdl) => ({ sdl: random.chance(0.1) ? sdl : mutateTokens(random, sdl) }),
  validate(random, model, sdl) {
    const { query } = new DocumentGenerator(random, model, random.pick([0, 0.01, 0.03, 0.1])).generate(['query', 'query', 'mutation', 'subscription']);
    const mutated = random.chance(0.4) ? mutateTokens(random, query) : query;
    return { sdl, query: isDocument(mutated) ? mutated : query };
  },
  execute(random, model, sdl) {
    const document = new DocumentGenerator(random, model, random.chance(0.9) ? 0 : 0.005).generate();
    const wild = random.chance(0.7) ? 0 : 0.1;
    return {
      sdl,
      query: document.query,
      operationName: random.chance(0.02) ? 'Nope' : document.operationName || undefined,
      variables: randomVariables(random, model, document.variables, wild),
      root: randomRoot(random, model, model.roots[document.kind], { broken: random.pick([0, 0.01, 0.05, 0.2]) }),
    };
  },
  introspect: (_random, _model, sdl) => ({ sdl, query: INTROSPECTION }),
  print: (_random, _model, sdl) => ({ sdl }),
};

function isDocument(text) {
  try {
    return parse(text) !== undefined;
  } catch {
    return false;
  }
}
