/** The tables of a run: medians over the rounds; ratios are taken inside a round. */
export function print(rows, servers, { limit, fastestPeer }) {
  for (const query of new Set(rows.map(row => row.query))) {
    console.log(`\n**${query}**\n`);
    console.log(`| server | requests/s | p50 ms | p99 ms | CPU µs | bytes | of the limit | × ${fastestPeer} |\n|---|--:|--:|--:|--:|--:|--:|--:|`);
    for (const { name } of servers) {
      const own = rows.filter(row => row.query === query && row.server === name);
      if (own.length === 0) continue;
      const of = key => median(own.map(row => row[key]));
      const against = other => median(own.flatMap(row => rows.filter(at => at.query === query && at.server === other && at.round === row.round).map(at => row.rate / at.rate)));
      const cells = [count(of('rate')), of('p50').toFixed(2), of('p99').toFixed(2), count(of('processor')), count(of('bytes')), ratio(against(limit)), ratio(against(fastestPeer))];
      console.log(`| ${name} | ${cells.join(' | ')} |`);
    }
  }

  console.log('\n**memory**\n\n| server | MB when ready | most MB |\n|---|--:|--:|');
  for (const server of servers) console.log(`| ${server.name} | ${count(server.memoryWhenReady)} | ${count(server.peakMemory)} |`);
  const others = rows.map(row => row.others);
  console.log(`\nOther processes used ${percent(median(others))} of the machine in the median slice, ${percent(Math.max(...others))} in the worst. Failed requests: ${rows.reduce((sum, row) => sum + row.errors, 0)}.`);
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length === 0 ? NaN : sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function count(value) { return Math.round(value).toLocaleString('en-US'); }

function ratio(value) { return Number.isNaN(value) ? '' : value >= 10 ? value.toFixed(0) : value.toFixed(2); }

function percent(value) { return `${(value * 100).toFixed(0)} %`; }
