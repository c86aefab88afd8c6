// What is asked: one text and several sets of variables each, in turn.
import { getIntrospectionQuery } from 'graphql';
import { plans } from './data.mjs';

const every = (step, count) => Array.from({ length: count }, (_, index) => plans[(index * step) % plans.length]);
const dense = text => text.replace(/\s+/g, ' ').trim();
const leads = ['Sở Nội vụ', 'Sở Tài chính', 'Sở Y tế', 'Thanh tra tỉnh', 'Công an tỉnh', 'Sở Xây dựng', 'Sở Tư pháp', 'Sở Công Thương'];

export const queries = {
  small: {
    query: 'query small($id: ID!) { planById(id: $id) { id title number year program } }',
    variables: every(7, 64).map(plan => ({ id: plan.id })),
  },
  wholePlan: {
    query: dense(`query wholePlan($id: ID!) { planById(id: $id) {
      id title number year program level date { text date } issuer { id name place } preamble
      areas { id code label title components { id code label title tasks {
        id code label title target expectedResult note status statusNote version
        deadline { text dueDate isExclusive } leadUnits { name } coordinatingUnits { name } budget { dong text }
        evidence { id kind title number date issuer }
      } } } } }`),
    variables: every(31, 16).map(plan => ({ id: plan.id })),
  },
  list: {
    query: 'query list($year: Int!) { plans(where: { year: { eq: $year } }, first: 20) { nodes { id title year program areas { id title } } } }',
    variables: [2021, 2022, 2023, 2024, 2025, 2026].map(year => ({ year })),
  },
  taskSearch: {
    query: dense(`query taskSearch($unit: String!, $before: LocalDate!) {
      tasks(where: { involves: { unit: $unit, role: [LEAD] }, deadline: { dueDate: { lt: $before } } }, first: 50) {
        nodes { id title status deadline { dueDate } leadUnits { name } plan { id title } area { title } component { title } } } }`),
    variables: leads.flatMap(unit => ['2023-06-30', '2025-12-31'].map(before => ({ unit, before }))),
  },
  introspection: { query: dense(getIntrospectionQuery({ specifiedByUrl: true })), operationName: 'IntrospectionQuery', variables: [{}] },
  updateTaskStatus: {
    query: dense(`mutation updateTaskStatus($input: UpdateTaskStatusInput!) { updateTaskStatus(input: $input) {
      task { id title status statusNote deadline { dueDate } } errors { ... on Error { code message } } } }`),
    variables: [],
  },
};

export const statusQuery = 'query status($id: ID!) { taskById(id: $id) { status version } }';

/** One task of every plan: changed in turn, so that a task comes again only after all the others. */
export const changedTasks = plans.map((plan, index) => plan.areas[index % 8].components[index % 4].tasks[index % 3].id);

/** A request's body; the name of the operation comes first, where the ready-made bytes look for it. */
export const body = (name, variables) =>
  JSON.stringify({ operationName: queries[name].operationName ?? name, variables, query: queries[name].query });

/** Two rounds of changes of all tasks, each away from the status that the task then has. */
export function changes(statuses) {
  const round = away => changedTasks.map((taskId, index) => {
    const status = (statuses[index] === 'IN_PROGRESS') === away ? 'SUSPENDED' : 'IN_PROGRESS';
    return body('updateTaskStatus', { input: { taskId, status, note: `Báo cáo tiến độ: ${status === 'SUSPENDED' ? 'tạm dừng' : 'đang thực hiện'}` } });
  });
  return [...round(true), ...round(false)];
}
