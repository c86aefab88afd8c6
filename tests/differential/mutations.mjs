import { Lexer, Source, TokenKind } from 'graphql';

const NAMES = ['on', 'query', 'mutation', 'subscription', 'fragment', 'null', 'true', 'type', 'extend', 'schema', 'repeatable', 'implements', 'input', 'enum', 'Query', 'T0', 'Int', 'Color', 'f0', 'nope'];
const PUNCTUATION = ['{', '}', '(', ')', '[', ']', '!', '$', ':', '=', '@', '|', '&', '...', '"x"', '"""b"""', '1', '1.5'];
const PIECES = ['00', '1.', '1e', '.5', '-', '1x', '0x1', '"', '"""', '\\', '"\\q"', '"\\u12"', '"\\u{110000}"', '"\\uD83D\\uDE00"', '"\\uDEAD"', '\u0000', '\u0007', '\ufeff', '\u00a0', '\r\n', '\r', '😀', 'đ', '#', '# x', ',', '..', '....', '?', '"a\nb"', '"\\u{1F600}"', '"\\u{}"', '"""\\"""', '_', '\t'];

/** Takes out, repeats, swaps and replaces tokens: wrong, but close to right. */
export function mutateTokens(random, text) {
  const spans = tokens(text);
  if (spans.length < 2) return text;
  const pieces = spans.map(([start, end]) => text.slice(start, end));
  for (const _ of random.times(1, 3, () => 0)) {
    const at = random.below(pieces.length);
    const other = random.below(pieces.length);
    const deeds = [
      () => pieces.splice(at, 1),
      () => pieces.splice(at, 0, pieces[other]),
      () => ([pieces[at], pieces[other]] = [pieces[other], pieces[at]]),
      () => (pieces[at] = pieces[other]),
      () => (pieces[at] = random.pick(NAMES)),
      () => pieces.splice(at, 0, random.pick([...NAMES, ...PUNCTUATION])),
    ];
    if (pieces.length > 1) random.pick(deeds)();
  }

  return pieces.join(' ');
}

/** Puts pieces in anywhere, or takes some away, without regard to tokens. */
export function mutateText(random, text) {
  const characters = [...text];
  for (const _ of random.times(1, 3, () => 0)) {
    characters.splice(random.below(characters.length + 1), random.below(3), ...(random.chance(0.8) ? [random.pick(PIECES)] : []));
  }

  return characters.join('');
}

function tokens(text) {
  const lexer = new Lexer(new Source(text));
  const spans = [];
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) spans.push([token.start, token.end]);
  } catch {
    return spans;
  }

  return spans;
}
