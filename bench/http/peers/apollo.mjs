import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { typeDefs, resolvers, port, host } from './model.mjs';

// Production turns introspection off, which is asked here.
await startStandaloneServer(new ApolloServer({ typeDefs, resolvers, introspection: true }), { listen: { port, host } });
