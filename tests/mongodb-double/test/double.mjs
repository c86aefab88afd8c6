// Starts a double as a test's own process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export async function start(...args) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../server.mjs', import.meta.url)), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const port = Number(line.split(' ')[1]);
  return {
    port,
    child,
    uri: (user = '', options = '') => `mongodb://${user ? `${user}@` : ''}127.0.0.1:${port}/test${options}`,
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
