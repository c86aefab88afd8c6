import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { Kind, parse } from 'graphql';

// The page stands at the address of the API, whatever that is.
const url = location.origin + location.pathname;
const send = createGraphiQLFetcher({ url, subscriptionUrl: url.replace(/^http/, 'ws') });

/** Sends a request. GraphiQL notices a new document with a delay, so a quick user would send the name of the one before. */
export const fetcher = (params, options) => {
  try {
    const documentAST = parse(params.query);
    const operations = documentAST.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const operationName = operations.length === 1 ? operations[0].name?.value : params.operationName;
    return send({ ...params, operationName }, { ...options, documentAST });
  } catch {
    // What can't be parsed is for the server to explain.
    return send(params, options);
  }
};
