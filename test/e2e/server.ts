// What the server holds, asked as any client of the API would ask.
import type { Entry } from '../../worker/domain/entry.ts'
import { cast, type Who } from '../tenant/cast.ts'
import { eventually } from './eventually.ts'
import { tenant, worker } from './stage.ts'

type Call = { method?: string; json?: unknown; headers?: Record<string, string> }

/** Asks the API in somebody's name; throws when it says no. */
export async function ask<Answer>(who: Who, path: string, { json, ...call }: Call = {}): Promise<Answer> {
  const token = await tenant.forge({ claims: { sub: who, scope: cast[who].scopes.join(' ') } })
  const answer = await fetch(`${worker}/api${path}`, {
    ...call,
    headers: { ...call.headers, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** Somebody's entries of a day as the server has them. */
export async function entriesOn(who: Who, date: string): Promise<Entry[]> {
  const { timesheets } = await ask<{ timesheets: Entry[] }>(who, `/timesheets?from=${date}&to=${date}`)
  return timesheets
}

/** The notes of a day, in order: what is there twice is listed twice. */
export const notesOn = async (who: Who, date: string) =>
  (await entriesOn(who, date)).map(({ note }) => note).toSorted()

/** Waits until the server holds exactly these notes of a day. */
export const expectNotes = (who: Who, date: string) => eventually(() => notesOn(who, date))

const none = { renewed: 0, refused: 0 }

/** How often the app has renewed a token so far, and how often that was refused. */
export const renewals = async () => ({ ...none, ...(await tenant.counts())['timesheets-app'] })
