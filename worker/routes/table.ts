// Every address of the API, what it asks of the caller, and who answers. A test walks the whole table.
import type { Context } from 'hono'
import type { Need } from '../auth/guard.ts'
import type { Env } from '../env.ts'
import * as changes from './changes.ts'
import * as configuration from './configuration.ts'
import * as late from './late.ts'
import * as me from './me.ts'
import * as people from './people.ts'
import * as projects from './projects.ts'
import * as reports from './reports.ts'
import * as timesheets from './timesheets.ts'
import * as weeks from './weeks.ts'

export type Handler = (c: Context<Env>) => Response | Promise<Response>
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Method, path below /api, what it takes, and the handler; no two rows with the same method and path. */
export const table: readonly (readonly [Method, string, Need, Handler])[] = [
  ['GET', '/health', 'public', configuration.health],
  ['GET', '/config', 'public', configuration.config],
  ['GET', '/me', 'person', me.show],
  ['PUT', '/me', 'person', me.introduce],
  ['GET', '/projects', 'read:timesheets', projects.list],
  ['PUT', '/projects/:id', 'manage:projects', projects.put],
  ['GET', '/people', 'person', people.list],
  ['PUT', '/people/:id', 'manage:people', people.put],
  ['GET', '/timesheets', 'read:timesheets', timesheets.list],
  ['POST', '/timesheets', 'create:timesheets', timesheets.create],
  ['GET', '/timesheets/:id', 'read:timesheets', timesheets.show],
  ['PUT', '/timesheets/:id', 'create:timesheets', timesheets.replace],
  ['DELETE', '/timesheets/:id', 'delete:timesheets', timesheets.remove],
  ['GET', '/timesheets/:id/history', 'read:timesheets', timesheets.history],
  ['GET', '/weeks', 'read:timesheets', weeks.list],
  ['GET', '/weeks/:person/:week', 'read:timesheets', weeks.show],
  ['GET', '/weeks/:person/:week/history', 'read:timesheets', weeks.history],
  ['PUT', '/weeks/:person/:week/submission', 'create:timesheets', weeks.submit],
  ['DELETE', '/weeks/:person/:week/submission', 'create:timesheets', weeks.withdraw],
  ['PUT', '/weeks/:person/:week/approval', 'approve:timesheets', weeks.approve],
  ['PUT', '/weeks/:person/:week/return', 'approve:timesheets', weeks.giveBack],
  ['PUT', '/weeks/:person/:week/reopening', 'approve:timesheets', weeks.reopen],
  ['POST', '/weeks/:person/:week/comments', 'per change', weeks.comment],
  ['PUT', '/late/:id/acceptance', 'approve:timesheets', late.accept],
  ['PUT', '/late/:id/refusal', 'approve:timesheets', late.decline],
  ['GET', '/reports', 'read:timesheets', reports.show],
  ['GET', '/changes', 'read:timesheets', changes.pull],
  ['POST', '/changes', 'per change', changes.push],
]
