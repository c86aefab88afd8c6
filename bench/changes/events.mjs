// How long after a change was answered those who follow are told of it, and how many events a second there are at most.
import http from 'node:http';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { ask, quantile, tasksOf, withStore } from './store.mjs';

const { values: options } = parseArgs({
  options: { subscribers: { type: 'string', default: '500' }, paced: { type: 'string', default: '300' }, burst: { type: 'string', default: '3000' }, stores: { type: 'string', default: 'embedded,double' } },
});
const plans = ['my-hoa-hung-2024-kstthc', 'thuong-lo-2020-cchc'];
const pause = 50;
const writers = 8;

// Of ten who follow, two want all, three the one plan, three the other, two what is suspended: what enters that filter and what leaves it.
const filters = [
  ...Array(2).fill({ where: null, wants: () => true }),
  ...plans.flatMap(plan => Array(3).fill({ where: { plan: { id: { eq: plan } } }, wants: change => change.plan === plan })),
  ...Array(2).fill({ where: { status: { eq: 'SUSPENDED' } }, wants: change => change.count > 1 }),
];
const subscription = 'subscription($where: TaskFilterInput) { onTaskChanged(where: $where) { task { id version } } }';
const mutation = 'mutation($id: ID!, $status: TaskStatus!) { updateTaskStatus(input: { taskId: $id, status: $status }) { task { version } errors { __typename } } }';

async function run(store, server) {
  const tasks = (await Promise.all(plans.map(plan => tasksOf(server, plan)))).flatMap((ids, index) => ids.map(id => ({ id, plan: plans[index], count: 0 })));
  const followers = await Promise.all(Array.from({ length: Number(options.subscribers) }, (_, index) => follow(server, filters[index % filters.length])));
  const changing = new Changes(server, tasks, followers);
  await changing.make(tasks.length, 1, 0);
  await report(`${options.paced}, one every ${pause} ms`, await changing.make(Number(options.paced), 1, pause));
  await report(`${options.burst}, ${writers} at once`, await changing.make(Number(options.burst), writers, 0));
  followers.forEach(follower => follower.request.destroy());

  function report(name, { seconds, written, latencies, processor }) {
    const of = share => quantile(latencies, share).toFixed(1);
    console.log(`| ${store} | ${name} | ${latencies.length} | ${(written / seconds).toFixed(0)} | ${(latencies.length / seconds).toFixed(0)} | ${of(0.5)} | ${of(0.99)} | ${of(1)} | ${(processor / latencies.length * 1e6).toFixed(0)} | ${server.memory.toFixed(0)} |`);
  }
}

/** Makes changes and waits until everybody was told of those that he wants. */
class Changes {
  constructor(server, tasks, followers) { Object.assign(this, { server, tasks, followers, next: 0 }); }

  async make(count, atOnce, pauseOf) {
    const answered = new Map();
    const expected = new Map(this.followers.map(follower => [follower, 0]));
    this.followers.forEach(follower => { follower.told = []; });
    const [start, processor] = [performance.now(), this.server.processorTime];
    let left = count;
    await Promise.all(Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        // In turn, so that no two are at one task.
        const task = this.tasks[this.next++ % this.tasks.length];
        task.count++;
        const change = { plan: task.plan, count: task.count };
        const { updateTaskStatus: { task: changed, errors } } = await ask(this.server, mutation, { id: task.id, status: task.count % 2 ? 'IN_PROGRESS' : 'SUSPENDED' });
        if (errors) throw new Error(JSON.stringify(errors));
        answered.set(`${task.id}@${changed.version}`, performance.now());
        for (const follower of this.followers) if (follower.wants(change)) expected.set(follower, expected.get(follower) + 1);
        if (pauseOf > 0) await new Promise(resolve => setTimeout(resolve, pauseOf));
      }
    }));
    await Promise.all(this.followers.map(follower => follower.until(expected.get(follower))));
    const seconds = (performance.now() - start) / 1000;
    const latencies = this.followers.flatMap(follower => follower.told.map(([event, at]) => Math.max(0, at - answered.get(event))));
    if (latencies.some(Number.isNaN)) throw new Error('an event tells of no change that was made');
    return { seconds, written: count, latencies, processor: this.server.processorTime - processor };
  }
}

/** Opens a subscription; it is open when this returns. */
function follow(server, { where, wants }) {
  const body = JSON.stringify({ query: subscription, variables: { where } });
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: server.port, path: '/graphql', method: 'POST', headers, agent: false }, response => {
      if (response.statusCode !== 200) return reject(new Error(`a subscription was answered ${response.statusCode}`));
      const follower = { request, wants, told: [], until };
      let [rest, enough] = ['', null];
      response.setEncoding('utf8').on('data', text => {
        const at = performance.now();
        const events = (rest + text).split('\n\n');
        rest = events.pop();
        for (const event of events) {
          const named = event.match(/"id":"([^"]+)","version":(\d+)/);
          if (named) follower.told.push([`${named[1]}@${named[2]}`, at]);
          else if (event !== ':') throw new Error(`a subscription was told ${event}`);
        }
        if (enough && follower.told.length >= enough.count) enough.resolve();
      });
      resolve(follower);

      function until(count) {
        return new Promise((resolve, reject) => {
          const late = setTimeout(() => reject(new Error(`${follower.told.length} of ${count} events came`)), 60_000);
          enough = { count, resolve: () => { clearTimeout(late); resolve(); } };
          if (follower.told.length >= count) enough.resolve();
        });
      }
    });
    request.on('error', error => error.code === 'ECONNRESET' || reject(error)).end(body);
  });
}

console.log(`${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} before; ${options.subscribers} subscriptions over server-sent events`);
console.log('\n| store | changes | events | changes /s | events /s | p50 ms | p99 ms | most ms | CPU µs an event | MB |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|');
for (const store of options.stores.split(',')) await withStore(store, writers, server => run(store, server));
