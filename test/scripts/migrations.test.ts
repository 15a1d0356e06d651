// What was there before a migration is there after it: on SQLite itself, statement by statement, as wrangler applies them.
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'

const migrated = (database: DatabaseSync, name: string) => {
  const text = readFileSync(new URL(`../../migrations/${name}.sql`, import.meta.url), 'utf8')
  for (const statement of text.split('--> statement-breakpoint')) database.exec(statement)
}

it('keeps Ada, her hour, its project and its history when weeks come', () => {
  const database = new DatabaseSync(':memory:')
  migrated(database, '0000_spine')
  database.exec(`
    insert into people values ('ada', 'Ada', 'ada@abc.example', null), ('lin', 'Lin', null, '2026-11-01T00:00:00.000Z');
    insert into chains values ('ada', 1, 'hash');
    insert into identities values ('tenant', 'sub', 'ada');
    insert into projects values ('bridge', 'Bridge', 'Port', 'B-1', '#0f766e', 0, 'put', 1);
    insert into entries values ('ada', 'hour', 'bridge', '2026-11-20', 'Europe/Berlin', 60, 'Formwork', 'kept', 2, 0);
    insert into ledger values (2, 'ada', 1, 'kept', 'ada', 'app', 'entry.put', 'hour', 'd', 'applied', null, null, '{}',
      'Formwork', 'salt', null, '2026-11-20T10:00:00.000Z', '', 'hash');
  `)
  const ledger = database.prepare('select * from ledger').all()

  migrated(database, '0001_weeks')

  expect(database.prepare('select * from ledger').all()).toEqual(ledger)
  expect(database.prepare('select person from identities').all()).toEqual([{ person: 'ada' }])
  expect(database.prepare('select * from entries').get()).toMatchObject({
    id: 'hour',
    minutes: 60,
    note: 'Formwork',
    version: 'kept',
    number: 2,
    start: null,
    end: null,
  })
  expect(database.prepare('select * from projects').get()).toMatchObject({
    id: 'bridge',
    members: null,
    known: '[]',
  })
  // Who was deactivated stays so, and each has a version and a place in the feed, so that devices hear of them.
  expect(
    database.prepare('select id, email, active, linked, version, number from people order by id').all(),
  ).toEqual([
    { id: 'ada', email: 'ada@abc.example', active: 1, linked: 1, version: 'ada', number: 1 },
    { id: 'lin', email: null, active: 0, linked: 1, version: 'lin', number: 1 },
  ])
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([])
})
