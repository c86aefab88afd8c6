// node introspection.mjs SCHEMA_FOLDER: what a server with that schema answers to an introspection query, by npm's graphql.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { buildSchema, introspectionFromSchema } = createRequire(join(process.cwd(), 'package.json'))('graphql');

const [folder] = process.argv.slice(2);
const sdl = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
console.log(JSON.stringify({ data: introspectionFromSchema(buildSchema(sdl), { inputValueDeprecation: true, oneOf: true }) }));
