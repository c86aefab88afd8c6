import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('post.lua', import.meta.url));

/** One slice of load on a server: requests a second, latencies in ms, and how busy others kept the machine meanwhile. */
export async function slice(server, bodies, { connections, seconds }) {
  const before = { machine: machineTime(), server: server.processorTime };
  const wrk = spawn('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '--latency', '-s', script, `http://127.0.0.1:${server.port}`, '--', bodies],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  wrk.stdout.on('data', part => { printed += part; });
  const usage = setInterval(() => { wrkTime = processorTime(wrk.pid) ?? wrkTime; }, 50);
  let wrkTime = 0;
  await new Promise(resolve => wrk.once('close', resolve));
  clearInterval(usage);

  const measured = JSON.parse(printed.match(/^measured (.*)$/m)?.[1] ?? fail(printed));
  const elapsed = measured.microseconds / 1e6;
  const served = server.processorTime - before.server;
  return {
    rate: measured.requests / elapsed, p50: measured.p50 / 1000, p99: measured.p99 / 1000, requests: measured.requests, errors: measured.errors, bytes: measured.bytes / measured.requests,
    processor: served / measured.requests * 1e6,
    others: Math.max(0, machineTime() - before.machine - served - wrkTime) / elapsed / availableParallelism(),
  };
}

function machineTime() {
  const [user, nice, system] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).slice(1).map(Number);
  return (user + nice + system) / 100;
}

function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

function fail(printed) { throw new Error(`wrk says: ${printed}`); }
