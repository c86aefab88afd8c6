import { literal } from './literals.mjs';
import { isNonNull, named, nullable, overlap } from './types.mjs';

const WRONG_DIRECTIVES = [' @skip', ' @include(if: "x")', ' @nope', ' @nope(x: $missing)', ' @deprecated', ' @skip(if: true, if: false)', ' @include(if: $v0)', ' @mark0(nope: 1)', ' @mark0 @mark0', ' @skip(if: null)'];

/** A random executable document; valid where wild is 0, wrong here and there otherwise. */
export class DocumentGenerator {
  #random;
  #model;
  #wild;
  #fragments = [];
  #variables = [];
  #aliases = 0;
  #left = 60;

  constructor(random, model, wild) {
    this.#random = random;
    this.#model = model;
    this.#wild = wild;
  }

  /** The text, and of the operation to be run: its name and variables. */
  generate(kinds = ['query', 'query', 'mutation']) {
    const random = this.#random;
    const count = random.chance(0.85) ? 1 : 2 + random.below(2);
    const operations = Array.from({ length: count }, (_, index) => this.#operation(random.pick(kinds.filter((kind) => this.#model.roots[kind])), index, count));
    const definitions = [...operations.map((operation) => this.#text(operation)), ...this.#fragments.map((fragment) => fragment.text)];
    if (random.chance(0.2)) definitions.reverse();
    const chosen = random.pick(operations);
    return {
      query: definitions.join(random.pick(['\n', ' ', '\n\n# ghi chú\n', ','])),
      kind: chosen.kind,
      operationName: count > 1 || random.chance(0.1) ? chosen.name : undefined,
      variables: this.#used(chosen),
    };
  }

  #isWild() {
    return this.#wild > 0 && this.#random.chance(this.#wild);
  }

  #operation(kind, index, count) {
    const uses = { variables: new Set(), fragments: new Set() };
    const name = count > 1 || this.#random.chance(0.5) ? `Op${this.#isWild() ? 0 : index}` : '';
    const body = this.#selectionSet(this.#model.roots[kind], kind === 'subscription' ? 1 : 4, uses, kind === 'subscription' && !this.#isWild());
    return { kind, name, body, uses };
  }

  #text({ kind, name, body, uses }) {
    const definitions = this.#used({ uses }).filter(() => !this.#isWild());
    if (this.#isWild()) definitions.push({ name: 'unused', type: this.#random.pick(['Int', 'Nope', 'T0']) });
    if (this.#isWild() && definitions.length > 0) definitions.push(definitions[0]);
    const list = definitions.map((variable) => `$${variable.name}: ${variable.type}${variable.default === undefined ? '' : ` = ${variable.default}`}${this.#directives('VARIABLE_DEFINITION', null)}`);
    if (kind === 'query' && name === '' && list.length === 0 && this.#random.chance(0.5)) return body;
    return `${kind} ${name}${list.length > 0 ? `(${list.join(', ')})` : ''}${this.#directives(kind.toUpperCase(), null)} ${body}`;
  }

  /** The variables that an operation uses, through fragments too. */
  #used({ uses }) {
    const names = new Set(uses.variables);
    const seen = new Set();
    const follow = (fragments) => {
      for (const name of fragments) {
        const fragment = this.#fragments.find((candidate) => candidate.name === name);
        if (!fragment || seen.has(name)) continue;
        seen.add(name);
        fragment.uses.variables.forEach((variable) => names.add(variable));
        follow(fragment.uses.fragments);
      }
    };
    follow(uses.fragments);
    return this.#variables.filter((variable) => names.has(variable.name));
  }

  #selectionSet(typeName, depth, uses, isSingle = false) {
    const made = this.#random.times(1, isSingle ? 1 : 5, () => this.#selection(typeName, depth, uses, isSingle));
    return `{ ${made.join(this.#random.pick([' ', ', ', '\n']))} }`;
  }

  #selection(typeName, depth, uses, isSingle) {
    const random = this.#random;
    this.#left--;
    if (!isSingle && depth > 0 && this.#left > 0) {
      if (random.chance(0.12)) return this.#spread(typeName, depth, uses);
      if (random.chance(0.12)) return this.#inline(typeName, depth, uses);
    }

    const fields = this.#model.composites[typeName]?.fields ?? [];
    const shallow = depth > 0 && this.#left > 0 ? fields : fields.filter((field) => !this.#model.composites[named(field.type)]);
    if (this.#isWild()) return random.pick(['nope', 'nope { a }', '__schema { types { name } }', '__type(name: "T0") { kind }', 'f0', 'echo']);
    if (shallow.length === 0 || (!isSingle && random.chance(0.08))) return random.chance(0.3) ? `${this.#alias()}: __typename` : '__typename';
    return this.#field(random.pick(shallow), depth, uses);
  }

  #field(field, depth, uses) {
    const random = this.#random;
    const args = this.#arguments(field.args, uses);
    const isComposite = this.#model.composites[named(field.type)] !== undefined;
    const needsAlias = args !== '' || field.args.length > 0 || random.chance(0.25);
    const alias = needsAlias ? `${this.#alias()}: ` : '';
    const selections = isComposite !== this.#isWild() ? ` ${this.#selectionSet(named(field.type), depth - 1, uses)}` : '';
    return `${alias}${field.name}${args}${this.#directives('FIELD', uses)}${selections}`;
  }

  #alias() {
    return this.#isWild() || this.#random.chance(0.01) ? this.#random.pick(['a0', 'x', 'f0']) : `a${this.#aliases++}`;
  }

  #arguments(definitions, uses) {
    const isNeeded = (argument) => isNonNull(argument.type) && argument.default === undefined;
    const given = definitions.filter((argument) => (isNeeded(argument) ? !this.#isWild() : this.#random.chance(0.6)));
    const list = given.map((argument) => `${argument.name}: ${this.#value(argument, uses)}`);
    if (this.#isWild()) list.push('nope: 1');
    if (this.#isWild() && list.length > 0) list.push(list[0]);
    return list.length > 0 ? `(${list.join(', ')})` : '';
  }

  #value(place, uses) {
    return literal(this.#random, this.#model, place.type, {
      wild: this.#wild / 2,
      fallBack: place.default === undefined ? 'own' : 'place',
      variable: uses ? (type, fallBack) => this.#variable(type, fallBack, uses) : undefined,
    });
  }

  /** A variable that may stand where a type is wanted: of that type, a narrower one, or nullable with a default to fall back on. */
  #variable(type, fallBack, uses) {
    const random = this.#random;
    if (!random.chance(0.22)) return undefined;
    if (this.#isWild()) return `$${random.pick(['missing', ...this.#variables.map((variable) => variable.name)])}`;
    let variable = this.#variables.find((candidate) => candidate.type === type && random.chance(0.5));
    if (!variable) {
      variable = { name: `v${this.#variables.length}`, type };
      if (random.chance(0.3)) variable.default = literal(random, this.#model, type, { wild: this.#wild });
      if (!isNonNull(type) && random.chance(0.15)) variable.type = `${type}!`;
      else if (isNonNull(type) && this.#mayBeNullable(variable, fallBack) && random.chance(0.5)) variable.type = nullable(type);
      if (isNonNull(variable.type) && variable.default === 'null') delete variable.default;
      this.#variables.push(variable);
    }

    uses?.variables.add(variable.name);
    return `$${variable.name}`;
  }

  #mayBeNullable(variable, fallBack) {
    return fallBack === 'place' || (fallBack === 'own' && (variable.default ?? 'null') !== 'null');
  }

  #spread(typeName, depth, uses) {
    const random = this.#random;
    const known = this.#fragments.filter((fragment) => (!fragment.isOpen && overlap(this.#model, typeName, fragment.on)) || this.#isWild());
    const fragment = known.length > 0 && random.chance(0.5) ? random.pick(known) : this.#fragment(typeName, depth);
    uses.fragments.add(fragment.name);
    return `...${this.#isWild() ? 'Missing' : fragment.name}${this.#directives('FRAGMENT_SPREAD', uses)}`;
  }

  #fragment(typeName, depth) {
    const fragment = { name: `F${this.#fragments.length}`, on: this.#overlapping(typeName), isOpen: true, uses: { variables: new Set(), fragments: new Set() } };
    this.#fragments.push(fragment);
    const body = this.#selectionSet(fragment.on, depth - 1, fragment.uses);
    fragment.text = `fragment ${fragment.name} on ${fragment.on}${this.#directives('FRAGMENT_DEFINITION', null)} ${body}`;
    fragment.isOpen = false;
    return fragment;
  }

  #inline(typeName, depth, uses) {
    const on = this.#random.chance(0.3) ? undefined : this.#overlapping(typeName);
    return `...${on ? ` on ${on}` : ''}${this.#directives('INLINE_FRAGMENT', uses)} ${this.#selectionSet(on ?? typeName, depth - 1, uses)}`;
  }

  #overlapping(typeName) {
    const names = Object.keys(this.#model.composites);
    if (this.#isWild()) return this.#random.pick([...names, 'Nope', 'Color']);
    if (!this.#model.composites[typeName]) return typeName;
    const fitting = names.filter((name) => overlap(this.#model, typeName, name));
    return fitting.length > 0 ? this.#random.pick(fitting) : typeName;
  }

  /** uses is null where no variable may stand. */
  #directives(location, uses) {
    const random = this.#random;
    if (this.#isWild() && random.chance(0.5)) return random.pick(WRONG_DIRECTIVES.filter((text) => uses || !text.includes('$')));
    if (!random.chance(0.1)) return '';
    if (uses && ['FIELD', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT'].includes(location) && random.chance(0.6)) {
      return ` @${random.pick(['skip', 'include'])}(if: ${this.#value({ type: 'Boolean!' }, uses)})`;
    }

    const fitting = this.#model.directives.filter((directive) => directive.locations.includes(location));
    if (fitting.length === 0) return '';
    const directive = random.pick(fitting);
    return ` @${directive.name}${this.#arguments(directive.args, uses)}`;
  }
}
