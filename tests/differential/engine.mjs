import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const PLACES = ['Release', 'Debug'].map((configuration) => new URL(`../GovGraph.Conformance/bin/${configuration}/net10.0/GovGraph.Conformance.dll`, import.meta.url).pathname);

/** The conformance program that is named, or else the one built last. */
export function findEngine(named) {
  if (named !== undefined && !existsSync(named)) throw new Error(`There is no program ${named}.`);
  if (named !== undefined) return named;
  const built = PLACES.filter(existsSync).sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  if (built.length === 0) throw new Error('GovGraph.Conformance is not built: dotnet build -c Release tests/GovGraph.Conformance, or name it with --engine.');
  return built[0];
}

/** Gives the cases to one conformance program, as fast as it takes them, and its answers back in order. */
export async function* ask(program, cases) {
  const engine = spawn('dotnet', [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const feeding = pipeline(Readable.from(lines(cases)), engine.stdin);
  // Looked at below: until then nobody waits for it.
  feeding.catch(() => {});
  for await (const line of createInterface({ input: engine.stdout, crlfDelay: Infinity })) yield JSON.parse(line);
  await feeding;
}

function* lines(cases) {
  for (const one of cases) yield `${JSON.stringify(one)}\n`;
}
