const queries = import.meta.glob('../examples/*.graphql', { eager: true, query: '?raw', import: 'default' });
const variables = import.meta.glob('../examples/*.json', { eager: true, query: '?raw', import: 'default' });

/** A tab for each file of examples/, in the order of their names. */
export const examples = Object.keys(queries)
  .sort()
  .map((path) => ({
    query: queries[path].trimEnd(),
    variables: variables[path.replace(/graphql$/, 'json')]?.trimEnd(),
  }));
