// Every address of the API, what it asks of the caller, and who answers. A test walks the whole table.
import type { Context } from 'hono'
import type { Need } from '../auth/guard.ts'
import type { Env } from '../env.ts'
import * as changes from './changes.ts'
import * as configuration from './configuration.ts'
import * as me from './me.ts'
import * as projects from './projects.ts'
import * as timesheets from './timesheets.ts'

export type Handler = (c: Context<Env>) => Response | Promise<Response>
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export const table: readonly (readonly [Method, string, Need, Handler])[] = [
  ['GET', '/health', 'public', configuration.health],
  ['GET', '/config', 'public', configuration.config],
  ['GET', '/me', 'person', me.show],
  ['PUT', '/me', 'person', me.introduce],
  ['GET', '/projects', 'read:timesheets', projects.list],
  ['GET', '/timesheets', 'read:timesheets', timesheets.list],
  ['POST', '/timesheets', 'create:timesheets', timesheets.create],
  ['GET', '/timesheets/:id', 'read:timesheets', timesheets.show],
  ['PUT', '/timesheets/:id', 'create:timesheets', timesheets.replace],
  ['DELETE', '/timesheets/:id', 'delete:timesheets', timesheets.remove],
  ['GET', '/timesheets/:id/history', 'read:timesheets', timesheets.history],
  ['GET', '/changes', 'read:timesheets', changes.pull],
  ['POST', '/changes', 'per change', changes.push],
]
