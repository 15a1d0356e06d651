// The configuration by name, and where it comes from: the environment first, then a file of variables.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What the Worker reads, as `.dev.vars.example` explains it. */
export const workerSettings = [
  'ISSUER',
  'AUDIENCE',
  'CLIENT_ID',
  'CLIENTS',
  'MACHINES',
  'ALGORITHMS',
  'TOKEN_TYPES',
  'SCOPE_CLAIM',
  'AUDIENCE_PARAMETER',
  'DPOP',
  'JWKS_URI',
  'ORIGINS',
] as const

/** What the Worker reads and nobody else may. */
export const secrets = ['LEDGER_SECRET', 'TENANT_SECRET'] as const

/** What the build and the deploy alone read. */
const ourSettings = ['TENANT_ORIGINS', 'APP_DOMAIN'] as const

type Setting = (typeof workerSettings)[number] | (typeof secrets)[number] | (typeof ourSettings)[number]
export type Settings = Partial<Record<Setting, string>>

/** The settings that are not empty, from the environment or in `file`. */
export function readSettings(file: string): Settings {
  const written = parseFile(file)
  const settings: Settings = {}
  for (const name of [...workerSettings, ...secrets, ...ourSettings]) {
    const value = process.env[name] ?? written[name]
    if (value) settings[name] = value
  }
  return settings
}

/** A file of variables as it is written; empty when there is none. */
export function parseFile(file: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}
