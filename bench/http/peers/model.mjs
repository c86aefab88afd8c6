// What every peer serves: GovGraph's own schema, the same data in memory, and resolvers for what is asked here.
import { readFileSync, readdirSync } from 'node:fs';

const schema = new URL('../../../schema/', import.meta.url);
export const typeDefs = readdirSync(schema).sort().map(name => readFileSync(new URL(name, schema), 'utf8')).join('\n');
export const port = Number(process.env.PORT), host = '127.0.0.1';

const plans = JSON.parse(readFileSync(process.env.PLANS, 'utf8'));
const planById = new Map(plans.map(plan => [plan.id, plan]));
const plansByYear = group(plans, plan => plan.year);
const tasks = plans.flatMap(plan => plan.areas.flatMap(area => area.components.flatMap(component => component.tasks.map(task => Object.assign(task, { plan, area, component })))));
const taskById = new Map(tasks.map(task => [task.id, task]));
const tasksByLead = group(tasks, task => task.leadUnits[0].name);

export const resolvers = {
  Query: {
    planById: (_, { id }) => planById.get(id) ?? null,
    taskById: (_, { id }) => taskById.get(id) ?? null,
    plans: (_, { where, first }) => ({ nodes: (plansByYear.get(where.year.eq) ?? []).slice(0, first) }),
    tasks: (_, { where, first }) => {
      const nodes = [];
      for (const task of tasksByLead.get(where.involves.unit) ?? []) {
        if (nodes.length === first) break;
        if (task.deadline.dueDate < where.deadline.dueDate.lt) nodes.push(task);
      }
      return { nodes };
    },
  },
  Mutation: {
    // In memory only: nothing is on disk when it is answered.
    updateTaskStatus: (_, { input }) => {
      const task = taskById.get(input.taskId);
      task.status = input.status;
      task.statusNote = input.note;
      task.version++;
      return { task, errors: null };
    },
  },
};

function group(list, key) {
  const groups = new Map();
  for (const item of list) groups.get(key(item))?.push(item) ?? groups.set(key(item), [item]);
  return groups;
}
