// Runs every audit of graphql-http against an endpoint and prints those that are not ok, warnings included.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
const audits = serverAudits({ url });
const notOk = [];
for (const audit of audits) {
  const { status, reason, name, id } = await audit.fn();
  if (status !== 'ok') notOk.push({ id, name, status, reason });
}

console.log(JSON.stringify({ audits: audits.length, notOk }));
