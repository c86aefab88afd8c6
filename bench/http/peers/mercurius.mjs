import Fastify from 'fastify';
import mercurius from 'mercurius';
import { typeDefs, resolvers, port, host } from './model.mjs';

const app = Fastify({ logger: false });
// graphql-jit compiles a query on its second run.
app.register(mercurius, { schema: typeDefs, resolvers, jit: 1, graphiql: false, path: '/graphql' });
await app.listen({ port, host });
