// node build.js OUTPUT: installs the packages that package-lock.json names where they are not yet, and builds the page.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const [outDir] = process.argv.slice(2);
const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

process.chdir(import.meta.dirname);
if (modified('package-lock.json') > modified('node_modules/.package-lock.json')) {
  const install = 'npm ci --include=dev --ignore-scripts --prefer-offline --fetch-retries=1 --fetch-timeout=60000';
  const { status } = spawnSync(install, { shell: true, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const { build } = await import('vite');
await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
