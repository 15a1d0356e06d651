// What was typed can be erased on legal demand, everywhere where it stands, by the statements in the README; and the
// ledger still holds.
import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import readme from '../../README.md?raw'
import { mondayOf } from '../../worker/domain/calendar.ts'
import { administrator, project, type Somebody } from './api.ts'
import { chainOf, holds } from './chain.ts'
import { life, ofEntry, ofWeek, week } from './life.ts'

let bridge: string
let root: Somebody
beforeAll(async () => {
  bridge = (await project()).id
  root = await administrator()
})

/** The statements that stand in the README below this sentence (on whatever lines), with these names in their places. */
function statements(sentence: string, names: Record<string, string>): string[] {
  const [, below = ''] = readme.split(new RegExp(sentence.replaceAll(' ', '\\s')))
  const [block = ''] = /(?<=\n\n)(?: {4}.*\n)+/.exec(below) ?? []
  const filled = block.replaceAll(/<(\w+)>/g, (_, name: string) => names[name] ?? `<${name}>`)
  return filled.split(';').filter((statement) => statement.trim() !== '')
}

/** Everything that lies in D1 of this person, as one text. */
async function kept(person: string): Promise<string> {
  const tables = ['entries', 'weeks', 'lates', 'comments']
  const rows = await Promise.all(
    tables.map((table) => env.DB.prepare(`select * from ${table} where person = ?`).bind(person).all()),
  )
  return JSON.stringify([await chainOf(person), rows.map(({ results }) => results)])
}

type Changes = Awaited<ReturnType<typeof life>>['changes']

it.each<[what: string, sentence: string, words: string, names: (changes: Changes) => Record<string, string>]>(
  [
    ['the note of an entry', 'The notes of an entry', 'Survey', ({ created: { entry } }) => ({ entry })],
    [
      'all about an hour that came late',
      'The notes of an entry',
      'Not on this project',
      ({ unwanted: { entry } }) => ({ entry }),
    ],
    [
      'why a late hour was declined',
      'Only why one late hour was declined',
      'Not on this project',
      ({ unwanted: { id } }) => ({ late: id }),
    ],
    ['why a week was returned', 'Why a week', 'Check Friday', () => ({ week, monday: mondayOf(week) })],
    ['a comment', 'A comment,', 'Thank you', ({ answered: { id } }) => ({ comment: id })],
  ],
)('erases %s', async (_, sentence, words, names) => {
  const { ada, grace, changes } = await life(root, bridge)
  expect(await kept(ada.person)).toContain(words)
  const told = await ofWeek(grace, ada.person)
  expect(JSON.stringify(told)).toContain(words)
  const erasing = statements(sentence, { ...names(changes), person: ada.person })
  const [inLedger] = await env.DB.batch(erasing.map((statement) => env.DB.prepare(statement)))
  expect(inLedger?.meta.changes).toBeGreaterThan(0)
  expect(await kept(ada.person)).not.toContain(words)
  expect(await holds(ada.person)).toBe(true)
  const after = await ofWeek(grace, ada.person)
  expect(after.map(({ change }) => change)).toEqual(told.map(({ change }) => change))
  expect(JSON.stringify([after, await ofEntry(ada, changes.created.entry)])).not.toContain(words)
})
