// SCRAM-SHA-256 (RFC 5802, RFC 7677) and what a user may do.
import crypto from 'node:crypto';
import { Binary } from 'bson';
import { CommandError } from './errors.mjs';

const ITERATIONS = 4096;
const OPEN = new Set(['hello', 'isMaster', 'ismaster', 'ping', 'saslStart', 'saslContinue', 'buildInfo', 'endSessions']);
const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify', 'createIndexes', 'dropIndexes', 'create', 'drop', 'dropDatabase']);
const failed = () => new CommandError(18, 'AuthenticationFailed', 'Authentication failed.');
const hmac = (key, text) => crypto.createHmac('sha256', key).update(text).digest();

export class Authentication {
  #users = new Map();

  constructor(readWrite, readOnly) {
    for (const [text, mayWrite] of [[readWrite, true], [readOnly, false]]) {
      if (!text) continue;
      const colon = text.indexOf(':');
      this.#users.set(text.slice(0, colon), { password: text.slice(colon + 1), mayWrite });
    }
  }

  get isOn() {
    return this.#users.size > 0;
  }

  check(command, database, session) {
    if (!this.isOn || OPEN.has(command)) return;
    if (!session.user) throw new CommandError(13, 'Unauthorized', `command ${command} requires authentication`);
    if (WRITES.has(command) && !session.user.mayWrite)
      throw new CommandError(13, 'Unauthorized', `not authorized on ${database} to execute command { ${command}: 1 }`);
  }

  start(message, session) {
    if (message.mechanism !== 'SCRAM-SHA-256') throw failed();
    const bare = Buffer.from(message.payload.buffer).toString().slice(3);
    const nonce = /r=([^,]+)/.exec(bare)[1] + crypto.randomBytes(18).toString('base64');
    const salt = crypto.randomBytes(28);
    const challenge = `r=${nonce},s=${salt.toString('base64')},i=${ITERATIONS}`;
    session.scram = { name: /n=([^,]+)/.exec(bare)[1], bare, salt, challenge, skipsLast: message.options?.skipEmptyExchange };
    return { conversationId: 1, done: false, payload: new Binary(Buffer.from(challenge)), ok: 1 };
  }

  continue(message, session) {
    const { scram } = session;
    if (!scram) throw failed();
    if (scram.user) {
      session.user = scram.user;
      return { conversationId: 1, done: true, payload: new Binary(Buffer.alloc(0)), ok: 1 };
    }
    const user = this.#users.get(scram.name);
    if (!user) throw failed();
    const text = Buffer.from(message.payload.buffer).toString();
    const salted = crypto.pbkdf2Sync(user.password.normalize('NFKC'), scram.salt, ITERATIONS, 32, 'sha256');
    const clientKey = hmac(salted, 'Client Key');
    const dialogue = `${scram.bare},${scram.challenge},${text.replace(/,p=.*$/, '')}`;
    const signature = hmac(crypto.createHash('sha256').update(clientKey).digest(), dialogue);
    const proof = Buffer.from(/p=(.+)$/.exec(text)[1], 'base64');
    if (!proof.equals(Buffer.from(clientKey.map((byte, i) => byte ^ signature[i])))) throw failed();
    scram.user = user;
    if (scram.skipsLast) session.user = user;
    const payload = new Binary(Buffer.from(`v=${hmac(hmac(salted, 'Server Key'), dialogue).toString('base64')}`));
    return { conversationId: 1, done: Boolean(scram.skipsLast), payload, ok: 1 };
  }
}
