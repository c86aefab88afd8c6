import { createServer } from 'node:http';
import { createYoga, createSchema } from 'graphql-yoga';
import { typeDefs, resolvers, port, host } from './model.mjs';

createServer(createYoga({ schema: createSchema({ typeDefs, resolvers, resolverValidationOptions: { requireResolversForResolveType: 'ignore' } }), graphiql: false, landingPage: false, logging: false })).listen(port, host);
