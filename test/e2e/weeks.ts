// Weeks that a test fills, submits and decides through the API, as any other client might.
import type { Entry } from '../../worker/domain/entry.ts'
import type { Status } from '../../worker/domain/problem.ts'
import { instantOf, today, weekOf } from '../../worker/domain/calendar.ts'
import type { Who } from '../tenant/cast.ts'
import { idOf } from './projects.ts'
import { bridge } from './person.ts'
import { ask } from './server.ts'

/** What the API tells of a week. */
export interface Told {
  status: Status
  version: string | null
  minutes: number
  entries: Entry[]
  late: { id: string; version: string; status: string }[]
}

/** The ISO week in which the tests run, where the devices are. */
export const currentWeek = () => weekOf(today(Date.now(), 'Europe/Berlin'))

export const personOf = async (who: Who) => (await ask<{ person: string }>(who, '/me')).person

/** A week as `reader` is told of it. */
export const weekOfPerson = (reader: Who, person: string, week: string) =>
  ask<Told>(reader, `/weeks/${person}/${week}`)

export interface Hours {
  date: string
  minutes: number
  note?: string
  /** Default the harbour bridge. */
  project?: string
  /** With the offset of the place, as `2026-05-11T09:00+02:00`. */
  start?: string
  end?: string
}

/** Puts hours into somebody's week. */
export async function fillWeek(who: Who, hours: readonly Hours[]): Promise<void> {
  for (const { project = bridge, note = '', start, end, ...rest } of hours) {
    const times = start && end ? { start, end, zone: 'Europe/Berlin' } : {}
    await ask(who, '/timesheets', {
      method: 'POST',
      json: { ...rest, ...times, note, project: await idOf(project) },
    })
  }
}

/** Somebody submits a week of their own. */
export async function submitWeek(who: Who, week: string): Promise<void> {
  const { version } = await weekOfPerson(who, 'me', week)
  const headers: Record<string, string> = version ? { 'if-match': `"${version}"` } : { 'if-none-match': '*' }
  await ask(who, `/weeks/me/${week}/submission`, { method: 'PUT', headers })
}

/** Somebody decides on the week of somebody else, as it stands. `reason`: for what needs one. */
export async function decide(
  approver: Who,
  owner: Who,
  week: string,
  decision: 'approval' | 'return' | 'reopening',
  reason?: string,
): Promise<void> {
  const person = await personOf(owner)
  const { version } = await weekOfPerson(approver, person, week)
  await ask(approver, `/weeks/${person}/${week}/${decision}`, {
    method: 'PUT',
    headers: { 'if-match': `"${version}"` },
    ...(reason === undefined ? {} : { json: { reason } }),
  })
}

export async function say(author: Who, owner: Who, week: string, note: string): Promise<void> {
  await ask(author, `/weeks/${await personOf(owner)}/${week}/comments`, { method: 'POST', json: { note } })
}

/** An hour that a device saved before it knew anything of the week, and delivers now. */
export async function deliverLate(
  who: Who,
  { date, minutes, note = '', project = bridge }: Hours,
): Promise<void> {
  const change = {
    id: crypto.randomUUID(),
    kind: 'entry.put',
    entry: crypto.randomUUID(),
    project: await idOf(project),
    date,
    zone: 'Europe/Berlin',
    start: null,
    end: null,
    minutes,
    note,
    base: null,
    seen: null,
    at: instantOf(Date.now() - 36 * 3_600_000),
  }
  const { verdicts } = await ask<{ verdicts: { verdict: string }[] }>(who, '/changes', {
    method: 'POST',
    json: { person: await personOf(who), changes: [change] },
  })
  if (verdicts[0]?.verdict !== 'late') throw new Error(`not late: ${JSON.stringify(verdicts)}`)
}
