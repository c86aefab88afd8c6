// Asks graphql-js and GovGraph the same random cases and prints where they differ.
import { parseArgs } from 'node:util';
import { randomCase } from './cases.mjs';
import { difference } from './compare.mjs';
import { adjusted } from './deviations.mjs';
import { ask, findEngine } from './engine.mjs';
import { answerOf } from './oracle.mjs';

const USAGE = 'node run.mjs [--cases 2000] [--seed 1] [--first 0] [--show 10] [--engine GovGraph.Conformance.dll]';
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    show: { type: 'string', default: '10' },
    engine: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const [cases, seed, first, show] = [values.cases, values.seed, values.first, values.show].map(Number);
if (![cases, seed, first, show].every(Number.isSafeInteger) || cases < 1) {
  console.error(`--cases, --seed, --first and --show are whole numbers: ${USAGE}`);
  process.exit(2);
}

const waiting = [];
const counts = {};
const meant = {};
let answered = 0;
let differing = 0;

function* makeCases() {
  for (let index = first; index < first + cases; index++) {
    const testCase = randomCase(seed, index);
    const expected = answerOf(testCase);
    waiting.push({ testCase, expected });
    count(testCase, expected);
    yield testCase;
  }
}

/** A difference that is still there when all that is meant to differ is put aside. */
function complaintOf(testCase, expected, result) {
  const complaint = difference(testCase, expected, result);
  if (!complaint || result.fault !== undefined) return complaint;
  const fair = adjusted(testCase, expected, result);
  const rest = difference(testCase, fair.expected, fair.answer);
  if (!rest) fair.reasons.forEach((reason) => (meant[reason] = (meant[reason] ?? 0) + 1));
  return rest;
}

/** How many cases went well and how many were refused, so that nobody mistakes a run of nothing but refusals for a proof. */
function count({ op }, { ok, data, errors }) {
  const isGood = ok ?? (op === 'validate' ? errors.length === 0 : data !== undefined);
  const outcome = !isGood ? 'refused' : op === 'execute' && errors.length > 0 ? 'with errors' : 'good';
  counts[op] = { ...counts[op], [outcome]: (counts[op]?.[outcome] ?? 0) + 1 };
}

function report(testCase, expected, result, complaint) {
  console.log(`\n${testCase.op} ${testCase.id}: ${complaint}`);
  if (testCase.op !== 'introspect') console.log(testCase.source ?? testCase.query ?? testCase.sdl);
  console.log(`case:     ${JSON.stringify(testCase)}`);
  console.log(`expected: ${JSON.stringify(expected)}`);
  console.log(`answered: ${JSON.stringify(result)}`);
}

for await (const { id, result } of ask(findEngine(values.engine), makeCases())) {
  const { testCase, expected } = waiting.shift();
  if (id !== testCase.id) throw new Error(`The answer to ${id} came where that to ${testCase.id} was due.`);
  answered++;
  const complaint = complaintOf(testCase, expected, result);
  if (complaint && ++differing <= show) report(testCase, expected, result, complaint);
}

for (const [op, outcomes] of Object.entries(counts)) console.log(`${op}: ${Object.entries(outcomes).map(([outcome, number]) => `${number} ${outcome}`).join(', ')}`);
for (const [reason, number] of Object.entries(meant)) console.log(`${number} meant to differ: ${reason}`);
if (answered < cases) console.log(`Only ${answered} of ${cases} cases were answered: the program ended early.`);
console.log(`${cases} cases, seed ${seed}: ${differing} differences`);
process.exitCode = differing > 0 || answered < cases ? 1 : 0;
