// Asks an endpoint with Apollo Client over each of its links, and prints what it got.
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [uri] = process.argv.slice(2);
const asked = [];
const watchedFetch = (address, options) => {
  const url = new URL(address);
  asked.push(`${options.method} ${url.searchParams.has('query') || options.body?.includes('"query"') ? 'text' : 'hash'}`);
  return fetch(address, options);
};

const clientOver = (link) => new ApolloClient({ link, cache: new InMemoryCache(), defaultOptions: { query: { fetchPolicy: 'no-cache' } } });
const double = gql`query Double($n: Int!) { double(number: $n) }`;
const change = gql`mutation Change($n: Int!) { double(number: $n) }`;
const count = gql`subscription Count { count(to: 3) }`;
const printed = {};

const http = clientOver(new HttpLink({ uri }));
printed.query = (await http.query({ query: double, variables: { n: 2 } })).data;
printed.mutation = (await http.mutate({ mutation: change, variables: { n: 3 } })).data;
printed.error = await http.query({ query: gql`{ nothing }` }).catch((error) => CombinedGraphQLErrors.is(error) ? error.errors[0].message : error.message);
printed.variable = await http.query({ query: double, variables: { n: 'x' } }).catch((error) => CombinedGraphQLErrors.is(error) ? error.errors[0].extensions.code : error.message);

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const persisted = clientOver(ApolloLink.from([new PersistedQueryLink({ sha256, useGETForHashedQueries: true }), new HttpLink({ uri, fetch: watchedFetch })]));
printed.persisted = [];
for (const n of [4, 5]) printed.persisted.push((await persisted.query({ query: double, variables: { n } })).data);
printed.asked = asked;

const batched = clientOver(new BatchHttpLink({ uri, batchInterval: 20 }));
printed.batch = (await Promise.all([6, 7].map((n) => batched.query({ query: double, variables: { n } })))).map(({ data }) => data);

const socket = createClient({ url: uri.replace('http', 'ws'), webSocketImpl: WebSocket });
printed.subscription = [];
await new Promise((complete, error) => {
  clientOver(new GraphQLWsLink(socket)).subscribe({ query: count }).subscribe({ next: ({ data }) => printed.subscription.push(data.count), error, complete });
});
await socket.dispose();
console.log(JSON.stringify(printed));
process.exit(0);
