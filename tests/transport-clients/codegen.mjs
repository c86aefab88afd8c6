// Generates types from SDL and an operation with graphql-codegen and lets TypeScript check a use of them; prints its complaints.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, validate } from 'graphql';
import ts from 'typescript';

const [folder, document, use] = process.argv.slice(2);
const sdl = readdirSync(folder).filter((name) => name.endsWith('.graphql')).sort().map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
const invalid = validate(buildSchema(sdl), parse(document)).map(({ message }) => message);
const generated = await codegen({
  filename: 'generated.ts',
  schema: parse(sdl),
  documents: [{ location: 'document.graphql', document: parse(document) }],
  plugins: [{ operations: {} }],
  pluginMap: { operations },
  config: {},
});

const files = { 'generated.ts': generated, 'use.ts': use };
const host = ts.createCompilerHost({});
const readLib = host.getSourceFile.bind(host);
host.getSourceFile = (name, target) => (name in files ? ts.createSourceFile(name, files[name], target) : readLib(name, target));
const { fileExists } = host;
host.fileExists = (name) => name in files || fileExists(name);
host.resolveModuleNames = (names) => names.map((name) => ({ resolvedFileName: `${name.replace('./', '')}.ts` }));
const program = ts.createProgram(Object.keys(files), { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [] }, host);
const complaints = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) =>
  `${file?.fileName}:${file?.getLineAndCharacterOfPosition(start).line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
console.log(JSON.stringify({ invalid, generatedLines: generated.split('\n').length, complaints }));
