// node read_duck.mjs HOW FILE…   reads files into tables in memory, those of one beginning into one; prints rows and seconds as JSON
import { DuckDBInstance } from '@duckdb/node-api';
import path from 'path';
const [,, how, ...files] = process.argv;
const start = performance.now(), cpu = process.cpuUsage();
const db = await (await DuckDBInstance.create(':memory:')).connect();
const tables = {};
for (const file of files) (tables[path.basename(file).split(/[-.]/)[0]] ??= []).push(`'${file}'`);
let rows = 0;
for (const [name, of] of Object.entries(tables)) {
  const read = how === 'json' ? `read_json([${of}], maximum_object_size=67108864)` : `read_csv([${of}])`;
  await db.run(`create table "${name}" as select * from ${read}`);
  rows += Number((await db.runAndReadAll(`select count(*) n from "${name}"`)).getRowsJson()[0][0]);
  if (how !== 'json') continue;
  await db.run(`create table episodes as select la_child_id, unnest(social_care_episodes, recursive := true) from "${name}"`);
  rows += Number((await db.runAndReadAll('select count(*) n from episodes')).getRowsJson()[0][0]);
  for (const list of ['child_and_family_assessments', 'child_in_need_plans', 'section_47_assessments', 'child_protection_plans']) {
    await db.run(`create table ${list} as select la_child_id, social_care_episode_id, unnest(${list}, recursive := true) from episodes`);
    rows += Number((await db.runAndReadAll(`select count(*) n from ${list}`)).getRowsJson()[0][0]);
  }
}
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({ rows, seconds: +((performance.now() - start) / 1000).toFixed(4), cpu: +((used.user + used.system) / 1e6).toFixed(4) }));
