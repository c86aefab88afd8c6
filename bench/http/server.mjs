import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import http from 'node:http';

/** One server process on the loopback. */
export class Server {
  constructor(name, command, port, environment, logFile) {
    Object.assign(this, { name, port });
    const log = openSync(logFile, 'w');
    this.process = spawn(command[0], command.slice(1), { env: { ...process.env, ...environment }, stdio: ['ignore', log, log] });
    this.ended = new Promise(resolve => this.process.once('exit', resolve));
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
    this.logFile = logFile;
  }

  /** Answers a body with { status, text }. */
  post(body) {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', 'content-length': Buffer.byteLength(body) };
      const request = http.request({ host: '127.0.0.1', port: this.port, path: '/graphql', method: 'POST', agent: this.agent, headers, timeout: 20_000 }, response => {
        const parts = [];
        response.on('data', part => parts.push(part)).on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() })).on('error', reject);
      });
      request.on('error', reject).on('timeout', () => request.destroy(new Error(`${this.name} does not answer`))).end(body);
    });
  }

  async ready(body) {
    for (const end = Date.now() + 120_000; Date.now() < end;) {
      if (this.process.exitCode !== null) break;
      const answer = await this.post(body).catch(() => null);
      if (answer?.status === 200) return this;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error(`${this.name} does not start: ${readFileSync(this.logFile, 'utf8').slice(-2000)}`);
  }

  /** The most memory that it held at once, in MB. */
  get peakMemory() { return this.status('VmHWM'); }

  get memory() { return this.status('VmRSS'); }

  status(key) { return Number(readFileSync(`/proc/${this.process.pid}/status`, 'utf8').match(new RegExp(`${key}:\\s+(\\d+)`))[1]) / 1024; }

  /** Processor time so far, in seconds. */
  get processorTime() {
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  async stop() {
    this.agent.destroy();
    if (this.process.exitCode === null) this.process.kill('SIGTERM');
    const late = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
    await this.ended;
    clearTimeout(late);
  }
}
