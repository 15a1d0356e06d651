// What the Worker is bound to, and what a request carries.
import type { Caller } from './auth/claims.ts'
import type { Person } from './domain/person.ts'
import type { KeyFinder } from './auth/keys.ts'
import type { Seal } from './seal.ts'
import type { Settings } from './settings.ts'
import type { Db } from './store/db.ts'

export interface Bindings {
  DB: D1Database
  ASSETS?: Fetcher
  /** A test's clock. The deploy refuses it. */
  CLOCK?: { now(): number | Promise<number> }
  [setting: string]: unknown
}

export interface Carried {
  db: Db
  settings: Settings
  keys: KeyFinder
  seal: Seal
  caller: Caller
  /** The person who calls, once somebody has asked (routes/input.ts, personOf). */
  person?: Pick<Person, 'id' | 'name' | 'email' | 'active'>
  /** Milliseconds since 1970 at which the request arrived. */
  now: number
}

export interface Env {
  Bindings: Bindings
  Variables: Carried
}
