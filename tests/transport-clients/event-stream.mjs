// Sends operations with graphql-sse, each over a connection of its own, and prints what each got.
import { createClient } from 'graphql-sse';

const [url, ...queries] = process.argv.slice(2);
const client = createClient({ url, retryAttempts: 0 });

function run(query) {
  return new Promise((resolve) => {
    const got = [];
    client.subscribe({ query }, {
      next: (result) => got.push(result),
      error: (error) => resolve({ got, error: error.message }),
      complete: () => resolve({ got, complete: true }),
    });
  });
}

console.log(JSON.stringify(await Promise.all(queries.map(run))));
client.dispose();
