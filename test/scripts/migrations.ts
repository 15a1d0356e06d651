// Brings the local D1 up to date, and remembers that it is, because asking takes seconds.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './settings.ts'
import { wrangler } from './wrangler.ts'

/** Where wrangler keeps local data: `STATE`, else its own default. */
export function stateFolder(): string {
  return process.env['STATE'] ?? join(root, '.wrangler', 'state')
}

/** Applies the migrations that the local database does not have yet; throws with wrangler's words when one fails. */
export function applyLocalMigrations(): void {
  const state = stateFolder()
  const note = join(state, 'migrations.txt')
  const migrations = readdirSync(join(root, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .join('\n')
  if (contentOf(note) === migrations) return
  const { ok, output } = wrangler(['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state])
  if (!ok) throw new Error(`The migrations could not be applied to the local database.\n${output}`)
  mkdirSync(state, { recursive: true })
  writeFileSync(note, migrations)
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
