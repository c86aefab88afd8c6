import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

// Fonts in woff2 are compressed already; the page itself is small.
const compressible = /\.(css|js|svg|ttf)$/;

const compress = {
  name: 'compress',
  async writeBundle({ dir }) {
    for (const name of await readdir(join(dir, 'assets'))) {
      const file = join(dir, 'assets', name);
      if (!compressible.test(name)) continue;
      await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
      await rm(file);
    }
  },
};

export default defineConfig({
  plugins: [compress],
  build: { modulePreload: false, chunkSizeWarningLimit: 4000 },
  experimental: {
    // The page stands at /graphql and its files below /graphql/ide/. Addresses relative to the page
    // also hold behind a proxy that serves the program below a path of its own.
    renderBuiltUrl: (filename, { hostType }) =>
      hostType === 'html' ? `graphql/ide/${filename}` : { relative: true },
  },
});
