import pg from 'pg';
import { createBases, Feed } from './src/segments/feed.ts';
import { decodeSegment } from './src/segments/format.ts';
import { scan } from './src/segments/scan/scan.ts';
import { select } from './src/segments/scan/selection.ts';
import { totals } from './src/segments/scan/totals.ts';
const pool = new pg.Pool({ connectionString: process.argv[2]!, max: 3 });
const feed = new Feed(pool, 1, createBases(600e6, () => {}), () => {});
const end = Date.parse('2026-11-20T00:00:00Z');
const rep = Number(process.argv[3] ?? 1);
for (const days of [30, 90]) {
  const span = { start: end - days*86400e3, end };
  const t0 = performance.now();
  const got = await feed.parts(Math.floor(span.start/86400e3)-1, Math.floor((end-1)/86400e3));
  if (typeof got === 'string') throw got;
  const t1 = performance.now();
  const views = got.parts.map((p) => ({ ...decodeSegment(p.columns), base: p.day*86400e3, alive: null }));
  const t2 = performance.now();
  console.log(days, 'load', (t1-t0).toFixed(1), 'decode', (t2-t1).toFixed(1), got.parts.length);
  const starts = Array.from({length: days},(_,i)=>span.start+i*86400e3);
  const term = (field: any) => ({by:'term' as const, list:{field,first:10,orderBy:'visitors' as const,among:null}});
  const country = {is:'term' as const,field:'country' as const,ids:[58],except:false};
  const path = {is:'term' as const,field:'path' as const,ids:[1],except:false};
  const Q: [string, any][] = [
    ['select', null],
    ['totals', { panels: [{by:'nothing'}], condition: null }],
    ['series', { panels: [{by:'time', starts}], condition: null }],
    ['hours', { panels: [{by:'time', starts: Array.from({length: 24*days},(_,i)=>span.start+i*3600e3)}], condition: null }],
    ['path', { panels: [term('path')], condition: null }],
    ['country', { panels: [term('country')], condition: null }],
    ['referrer', { panels: [term('referrer')], condition: null }],
    ['entry', { panels: [term('entryPath')], condition: null }],
    ['totals|country', { panels: [{by:'nothing'}], condition: country }],
    ['totals|path', { panels: [{by:'nothing'}], condition: path }],
    ['series|path', { panels: [{by:'time', starts}], condition: path }],
    ['path|country', { panels: [term('path')], condition: country }],
    ['path|path', { panels: [term('path')], condition: path }],
    ['country|path', { panels: [term('country')], condition: path }],
    ['dashboard', { panels: [{by:'nothing'},{by:'time', starts}, ...['path','entryPath','exitPath','referrer','utmSource','country','browser','os'].map(term)], condition: null }],
    ['dashboard|path', { panels: [{by:'nothing'},{by:'time', starts}, ...['path','entryPath','exitPath','referrer','utmSource','country','browser','os'].map(term)], condition: path }],
  ];
  for (const [name, q] of Q) {
    if (process.argv[4] && !name.includes(process.argv[4])) continue;
    const a: number[] = [];
    for (let i=0;i<25;i++){ const t=performance.now(); if (q===null) views.forEach(v=>select(v,span,path)); else scan(views, {span, ...q}); a.push(performance.now()-t); }
    a.splice(0,5); a.sort((x,y)=>x-y);
    console.log(String(days).padEnd(4), name.padEnd(16), 'med', a[10]!.toFixed(2), 'min', a[0]!.toFixed(2));
  }
}
console.log(process.memoryUsage());
await pool.end();
