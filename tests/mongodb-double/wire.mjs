// Messages: https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
import { decode, encode } from './documents.mjs';

const OP_REPLY = 1;
const OP_QUERY = 2004; // the first hello of a connection
const OP_MSG = 2013;
const HEADER = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const LARGEST = 48_000_000 + 16_384;

/** Cuts what arrives into messages and answers them in order; a malformed message ends its connection only. */
export function serve(socket, server, latency) {
  const session = { isOpen: true };
  let chunks = [];
  let size = 0;
  let queue = Promise.resolve();
  socket.on('error', () => {});
  socket.on('close', () => { session.isOpen = false; });
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    for (;;) {
      if (size < HEADER) return;
      if (chunks[0].length < 4) chunks = [Buffer.concat(chunks)];
      const length = chunks[0].readInt32LE(0);
      if (length < HEADER || length > LARGEST) return void socket.destroy();
      if (size < length) return;
      const all = chunks.length > 1 ? Buffer.concat(chunks) : chunks[0];
      const message = all.subarray(0, length);
      chunks = length < all.length ? [all.subarray(length)] : [];
      size -= length;
      queue = queue.then(() => answer(socket, server, session, message, latency)).catch((error) => {
        console.error('malformed message:', error.message);
        socket.destroy();
      });
    }
  });
}

async function answer(socket, server, session, bytes, latency) {
  const { message, sections, flags, isQuery } = read(bytes);
  const { reply, fault } = await server.run(message, sections, session);
  if (latency) await new Promise((resolve) => setTimeout(resolve, latency));
  if (!reply || fault.closeAfter) return void socket.destroy();
  if (flags & MORE_TO_COME) return;
  const out = write(reply, bytes.readInt32LE(4), isQuery);
  if (fault.cutReply) return void socket.end(out.subarray(0, out.length >> 1), () => socket.destroy());
  socket.write(out);
}

function read(bytes) {
  const operation = bytes.readInt32LE(12);
  if (operation === OP_QUERY) {
    const end = bytes.indexOf(0, 20);
    const body = bytes.subarray(end + 9);
    const query = decode(body.subarray(0, body.readInt32LE(0)));
    const message = { ...(query.$query ?? query), $db: bytes.toString('utf8', 20, end).split('.')[0] };
    return { message, sections: { body }, flags: 0, isQuery: true };
  }
  if (operation !== OP_MSG) throw new Error(`operation ${operation}`);
  return readSections(bytes);
}

function readSections(bytes) {
  const flags = bytes.readUInt32LE(HEADER);
  const end = bytes.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const sections = {};
  for (let position = HEADER + 4; position < end;) {
    const kind = bytes[position++];
    const length = bytes.readInt32LE(position);
    if (length < 5 || position + length > end) throw new Error('a section runs past its message');
    if (kind === 0) {
      sections.body = bytes.subarray(position, position + length);
    } else {
      const nameEnd = bytes.indexOf(0, position + 4);
      const documents = [];
      for (let at = nameEnd + 1; at < position + length;) {
        const size = bytes.readInt32LE(at);
        if (size < 5) throw new Error('a document has no length');
        documents.push(bytes.subarray(at, at + size));
        at += size;
      }
      sections[bytes.toString('utf8', position + 4, nameEnd)] = documents;
    }
    position += length;
  }
  const message = decode(sections.body);
  for (const [name, documents] of Object.entries(sections))
    if (name !== 'body') message[name] = name === 'documents' ? [] : documents.map(decode);
  return { message, sections, flags, isQuery: false };
}

let lastRequest = 0;

function write(reply, responseTo, isQuery) {
  const body = Buffer.isBuffer(reply) ? reply : encode(reply);
  const head = Buffer.alloc(isQuery ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(++lastRequest, 4);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(isQuery ? OP_REPLY : OP_MSG, 12);
  if (isQuery) {
    head.writeInt32LE(8, 16); // AwaitCapable
    head.writeInt32LE(1, 32); // one document
  }
  return Buffer.concat([head, body]);
}
