// An operator looks whether anybody has rewritten history: `npm run ledger`, run on a file as `wrangler d1 export` makes it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealUnder } from '../../worker/seal.ts'

const secret = 'a secret of the tests, 32 bytes or more'
const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
afterAll(() => rmSync(folder, { recursive: true }))

const schema = ['0000_spine', '0001_weeks']
  .map((name) => readFileSync(new URL(`../../migrations/${name}.sql`, import.meta.url), 'utf8'))
  .join('\n')

/** Two hours of Ada's and one of Lin's, as the Worker seals them: rows 1, 3 and 2. */
let life: string
beforeAll(async () => {
  const seal = await sealUnder(secret)
  const written: string[] = []
  const heads = new Map<string, { place: number; hash: string }>()
  for (const [index, chain] of ['ada', 'lin', 'ada'].entries()) {
    const { place, hash: previous } = heads.get(chain) ?? { place: 0, hash: '' }
    const became = JSON.stringify({ minutes: 480, noteDigest: await seal.noteDigest('Concrete', 'salt') })
    const row = {
      number: index + 1,
      chain,
      place: place + 1,
      change: `change ${index}`,
      actor: chain,
      client: 'timesheets-app',
      kind: 'entry.put',
      thing: 'entry',
      digest: '',
      verdict: 'applied',
      problem: null,
      was: null,
      became,
      note: 'Concrete',
      salt: 'salt',
      at: null,
      received: '2026-11-21T09:30:00.000Z',
      previous,
    }
    const hash = await seal.hash(row)
    heads.set(chain, { place: row.place, hash })
    const values = Object.values({ ...row, hash }).map((value) => (value === null ? 'null' : `'${value}'`))
    written.push(`insert into ledger (${[...Object.keys(row), 'hash'].join()}) values (${values.join()});`)
  }
  for (const [id, { place, hash }] of heads)
    written.push(`insert into chains values ('${id}', ${place}, '${hash}');`)
  life = [schema, 'delete from chains;', ...written].join('\n')
})

const forged = (statement: string) => `
  drop trigger ledger_is_never_rewritten;
  drop trigger ledger_notes_are_only_erased;
  drop trigger ledger_is_never_shortened;
  ${statement};`

/** What the check says of that life and of what was done to it behind the Worker's back. */
function check(deed = '', { under = secret, known = '' } = {}) {
  const file = join(folder, `${crypto.randomUUID()}.sql`)
  writeFileSync(file, `${life}\n${deed}`)
  const script = new URL('./ledger.ts', import.meta.url).pathname
  const words = [script, file, ...(known ? [known] : [])]
  const env = { ...process.env, LEDGER_SECRET: under }
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env })
  return { status, said: stdout + stderr }
}

it('says that it holds, and how far it goes', () => {
  const { status, said } = check()
  expect(said).toMatch(/holds: 3 rows in 2 chains, up to 3:[0-9a-f]{16}\n/)
  expect(status).toBe(0)
})

it('holds where a note was erased on legal demand', () => {
  expect(check(forged("update ledger set note = null, salt = null where chain = 'ada'")).status).toBe(0)
})

describe('says which row', () => {
  it.each([
    [
      'has other hours',
      `update ledger set became = replace(became, '480', '600') where number = 1`,
      'row 1 (entry.put, chain ada): was changed',
    ],
    [
      'has no readable hours',
      `update ledger set became = 'nothing' where number = 1`,
      'row 1 (entry.put, chain ada): was changed',
    ],
    [
      'has another author',
      `update ledger set actor = 'lin' where number = 3`,
      'row 3 (entry.put, chain ada): was changed',
    ],
    [
      'has other words',
      `update ledger set note = 'Steel' where number = 2`,
      'row 2 (entry.put, chain lin): its note was changed',
    ],
    ['is gone', 'delete from ledger where number = 1', 'rows 1 to 1: missing'],
    [
      'is gone, its chain with it',
      `delete from ledger where chain = 'lin'; delete from chains where id = 'lin'`,
      'rows 2 to 2: missing',
    ],
    [
      'has lost the one before',
      'delete from ledger where number = 1',
      'row 3 (entry.put, chain ada): does not follow',
    ],
    ['was the last', 'delete from ledger where number = 3', 'chain ada: does not end where its head says'],
  ])('%s', (_, deed, fault) => {
    const { status, said } = check(forged(deed))
    expect(said).toContain(fault)
    expect(status).toBe(1)
  })
})

it('misses the newest rows by what it said before, where their head was turned back too', () => {
  const known = /up to (\S+)/.exec(check().said)?.[1] ?? ''
  const deed = forged(`delete from ledger where number = 3;
    update chains set head = 1, hash = (select hash from ledger where number = 1) where id = 'ada'`)
  expect(check(deed).status).toBe(0)
  expect(check(deed, { known }).said).toContain(`row ${known} of the earlier check is not there`)
  expect(check('', { known }).status).toBe(0)
})

it('asks whether the secret is the right one where every row is wrong', () => {
  expect(check('', { under: 'another secret, 32 bytes or more too' }).said).toContain(
    'the right LEDGER_SECRET?',
  )
})

it('says what it needs', () => {
  expect(check('', { under: '' }).said).toContain('LEDGER_SECRET in the environment')
})
