// What a change costs by itself, and as one of a thousand that come together.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { ask, quantile, tasksOf, withStore } from './store.mjs';

const { values: options } = parseArgs({
  options: { items: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' }, stores: { type: 'string', default: 'embedded,double' } },
});
const [items, rounds] = [Number(options.items), Number(options.rounds)];
const plans = ['my-hoa-hung-2024-kstthc', 'thuong-lo-2020-cchc', 'trung-trac-2024-papi', 'trung-trac-2022-papi'];
const connections = 32;
const single = 'mutation($input: UpdateTaskStatusInput!) { updateTaskStatus(input: $input) { task { version } errors { __typename } } }';
const bulk = 'mutation($input: UpdateTasksInput!) { updateTasks(input: $input) { applied results { task { version } errors { __typename } } errors { __typename ... on Error { message } } } }';

async function run(store, server) {
  const tasks = (await Promise.all(plans.map(plan => tasksOf(server, plan)))).map(ids => ids.map(id => ({ id, count: 0 })));
  const inTurn = tasks[0].flatMap((_, index) => tasks.map(plan => plan[index % plan.length]));
  await measure(store, 'one by one', () => oneByOne(server, tasks[0], 1), server);
  await measure(store, `one by one, ${connections} at once, four plans`, () => oneByOne(server, inTurn, connections), server);
  await measure(store, '`ATOMIC`, one plan', () => together(server, tasks[0], 'ATOMIC'), server);
  await measure(store, '`BEST_EFFORT`, one plan', () => together(server, tasks[0], 'BEST_EFFORT'), server);
  await measure(store, '`BEST_EFFORT`, four plans', () => together(server, inTurn, 'BEST_EFFORT'), server);
  await measure(store, '`ATOMIC`, four plans', () => together(server, inTurn, 'ATOMIC'), server);
}

async function measure(store, name, work, server) {
  await work();
  const [times, processor] = [[], server.processorTime];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push((performance.now() - start) / 1000);
  }
  const seconds = quantile(times, 0.5);
  console.log(`| ${store} | ${name} | ${(items / seconds).toFixed(0)} | ${(seconds / items * 1e6).toFixed(0)} | ${((server.processorTime - processor) / rounds / items * 1e6).toFixed(0)} |`);
}

async function oneByOne(server, tasks, atOnce) {
  // Those of one task one after the other: the next status depends on the one before.
  const turns = Array.from({ length: atOnce }, () => []);
  const ids = [...new Set(tasks.map(task => task.id))];
  for (const input of next(tasks)) turns[ids.indexOf(input.taskId) % atOnce].push(input);
  await Promise.all(turns.map(async inputs => {
    for (const input of inputs) {
      const { updateTaskStatus: { errors } } = await ask(server, single, { input });
      if (errors) throw new Error(JSON.stringify(errors));
    }
  }));
}

async function together(server, tasks, mode) {
  const { updateTasks: { applied, errors } } = await ask(server, bulk, { input: { mode, items: next(tasks) } });
  if (errors || applied !== items) throw new Error(`${applied} of ${items} were applied: ${JSON.stringify(errors)}`);
}

/** As many changes, each task in turn. */
function next(tasks) {
  return Array.from({ length: items }, (_, index) => {
    const task = tasks[index % tasks.length];
    return { taskId: task.id, status: ++task.count % 2 ? 'IN_PROGRESS' : 'SUSPENDED' };
  });
}

console.log(`${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} before; ${items} changes of status, medians of ${rounds} rounds`);
console.log('\n| store | asked for | items /s | µs an item | CPU µs an item |\n|---|---|--:|--:|--:|');
for (const store of options.stores.split(',')) await withStore(store, connections, server => run(store, server));
