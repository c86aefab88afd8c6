// 500 plans of 96 tasks, the same on every run: as GovGraph's plan files, and as the objects that the peers serve.
// The words are those of the five published plans.
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';

const seeds = new URL('../../seeds/', import.meta.url);
const published = readdirSync(seeds).filter(name => name.endsWith('.json')).sort().map(name => JSON.parse(readFileSync(new URL(name, seeds), 'utf8')));
const rows = published.flatMap(plan => plan.areas.flatMap(area => [...(area.tasks ?? []), ...(area.components ?? []).flatMap(component => component.tasks ?? [])]));
const sentences = distinct(rows.flatMap(row => [row.title, ...(row.items ?? []), row.target, row.expectedResult]), 30, 260);
const headings = distinct(published.flatMap(plan => plan.areas.flatMap(area => [area.title, ...(area.components ?? []).map(component => component.title)])), 10, 200);
const units = ['Văn phòng UBND tỉnh', 'Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp', 'Sở Y tế', 'Sở Xây dựng', 'Sở Công Thương', 'Sở Ngoại vụ', 'Sở Thông tin và Truyền thông',
  'Sở Kế hoạch và Đầu tư', 'Sở Khoa học và Công nghệ', 'Sở Giáo dục và Đào tạo', 'Sở Tài nguyên và Môi trường', 'Thanh tra tỉnh', 'Công an tỉnh', 'Kho bạc Nhà nước tỉnh'];
const first = ['An', 'Bình', 'Cẩm', 'Đại', 'Hòa', 'Long', 'Phú', 'Quế', 'Tam', 'Tân', 'Thanh', 'Vĩnh'];
const second = ['Giang', 'Hải', 'Lộc', 'Mỹ', 'Phước', 'Sơn', 'Thạnh'];
const places = first.flatMap(one => second.map(two => `${one} ${two}`));

const firstYear = 2021, years = 6;
let state = 20240330;

/** All plans, in the order of their ids. */
export const plans = Array.from({ length: 500 }, (_, number) => plan(places[Math.floor(number / years)], firstYear + number % years)).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Writes the plans as files for GovGraph, and all together for the peers. */
export function write(seedFolder, peersFile) {
  mkdirSync(seedFolder, { recursive: true });
  for (const plan of plans) writeFileSync(new URL(`${plan.id}.json`, seedFolder), JSON.stringify(planFile(plan), null, 2));
  writeFileSync(peersFile, JSON.stringify(plans));
}

function plan(place, year) {
  const issuer = { id: slug(place), name: `UBND xã ${place}`, place };
  const id = `${issuer.id}-${year}-cchc`;
  const day = { year, month: between(1, 3), day: between(1, 28) };
  return {
    id, title: `Cải cách hành chính năm ${year} của xã ${place}`, number: `${between(1, 300)}/KH-UBND`, year, program: 'CCHC', level: 'COMMUNE', issuer,
    date: { text: `ngày ${two(day.day)} tháng ${two(day.month)} năm ${year}`, ...day, date: iso(day) },
    preamble: [pick(sentences), pick(sentences)],
    areas: times(8, area => ({
      id: `${id}/${area}`, code: `${area}`, label: `${area}`, title: pick(headings),
      components: times(4, component => ({
        id: `${id}/${area}.${component}`, code: `${area}.${component}`, label: `${area}.${component}`, title: pick(headings),
        tasks: times(3, task => planTask(`${id}/${area}.${component}.${task}`, `${area}.${component}.${task}`, year)),
      })),
    })),
  };
}

function planTask(id, code, year) {
  const due = { year, month: between(1, 12), day: between(1, 28) };
  const isExclusive = between(0, 1) === 1;
  const lead = pick(units);
  const partners = [...new Set(times(between(0, 3), () => pick(units)))].filter(unit => unit !== lead);
  const dong = between(0, 3) === 0 ? between(1, 900) * 100_000 : null;
  return {
    id, code, label: code, title: `${pick(sentences)}; ${pick(sentences)}`, target: between(0, 1) === 0 ? null : pick(sentences), expectedResult: pick(sentences),
    note: between(0, 2) === 0 ? pick(sentences) : null, status: 'NOT_STARTED', statusNote: null, version: 1,
    deadline: { text: `${isExclusive ? 'Trước ngày' : 'Ngày'} ${two(due.day)}/${two(due.month)}/${year}`, dueDate: iso(due), isExclusive },
    leadUnits: [{ name: lead }], coordinatingUnits: partners.map(name => ({ name })),
    budget: dong && { dong, text: dong.toLocaleString('de-DE') },
    evidence: times(between(0, 2), ordinal => ({
      id: `${id}/evidence/${ordinal}`, kind: 'DOCUMENT', title: pick(sentences), number: `${between(1, 400)}/BC-UBND`, date: iso({ year, month: between(1, 12), day: between(1, 28) }),
      issuer: lead, addedAt: `${year}-12-${two(between(1, 28))}T08:30:00+07:00`,
    })),
  };
}

/** docs/plan-format.md: what is null or empty is left out. */
function planFile(plan) {
  const { date: _, ...date } = plan.date;
  return {
    schemaVersion: 1, id: plan.id, title: plan.title, number: plan.number, date, year: plan.year, program: plan.program, level: plan.level, issuer: plan.issuer, preamble: plan.preamble,
    units: units.map(name => ({ name })),
    areas: plan.areas.map(area => ({
      code: area.code, label: area.label, title: area.title,
      components: area.components.map(component => ({
        code: component.code, label: component.label, title: component.title,
        tasks: component.tasks.map(task => kept({
          id: task.id, code: task.code, label: task.label, title: task.title, target: task.target, expectedResult: task.expectedResult, lead: task.leadUnits[0].name,
          coordinating: task.coordinatingUnits.map(unit => unit.name).join('; '), deadline: task.deadline.text, budget: task.budget?.text, note: task.note, evidence: task.evidence,
        })),
      })),
    })),
  };
}

function kept(members) {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value != null && value.length !== 0));
}

function distinct(texts, shortest, longest) {
  return [...new Set(texts.filter(text => text?.length >= shortest && text.length <= longest).map(text => text.replace(/\s+/g, ' ').replace(/[;.]$/, '')))];
}

function slug(text) {
  return text.replace(/[Đđ]/g, 'd').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

// xorshift32: small, and the same everywhere.
function between(low, high) {
  state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
  return low + (state >>> 0) % (high - low + 1);
}

function pick(list) { return list[between(0, list.length - 1)]; }

function times(count, make) { return Array.from({ length: count }, (_, index) => make(index + 1)); }

function two(number) { return String(number).padStart(2, '0'); }

function iso({ year, month, day }) { return `${year}-${two(month)}-${two(day)}`; }
