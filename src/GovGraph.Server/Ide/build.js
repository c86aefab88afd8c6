// node build.js OUTPUT: installs the packages that package-lock.json names where they are not yet, and builds the page.
import { execSync } from 'node:child_process';
import { statSync } from 'node:fs';

const [outDir] = process.argv.slice(2);
const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

process.chdir(import.meta.dirname);
if (modified('package-lock.json') > modified('node_modules/.package-lock.json')) {
  execSync('npm ci --include=dev --ignore-scripts --prefer-offline --fetch-retries=1 --fetch-timeout=60000', { stdio: 'inherit' });
}

const { build } = await import('vite');
await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
