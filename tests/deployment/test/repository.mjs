import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export const text = (name) => fs.readFileSync(path.join(root, name), 'utf8');

export const exists = (name) => fs.existsSync(path.join(root, name));
