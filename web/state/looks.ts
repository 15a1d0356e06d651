// Which weeks were looked at in this tab, so that a reload does not ask for another look: by whom and which versions,
// never what is in them. A week that has changed since counts as not looked at.
import * as v from 'valibot'
import { isSameSet, type Sheet, versionsOf } from '#domain/sheet.ts'
import type { Seen } from './approvals.ts'

const name = 'looked-at'

/** By whose week it is: its version, and those of its hours. */
const Looks = v.object({
  person: v.string(),
  weeks: v.record(v.string(), v.object({ version: v.string(), entries: v.array(v.string()) })),
})

/** Remembers what this person has looked at; where storage is blocked, nothing. */
export function keepLooks(person: string, seen: Seen): void {
  const weeks = [...seen].map(([key, { week, entries }]) => {
    return [key, { version: week.version, entries: versionsOf(entries) }] as const
  })
  const looks: v.InferOutput<typeof Looks> = { person, weeks: Object.fromEntries(weeks) }
  inStorage((storage) => storage.setItem(name, JSON.stringify(looks)))
}

/** Those of these weeks that this person has looked at as they are. */
export function recallLooks(person: string, sheets: ReadonlyMap<string, Sheet>): Seen {
  const looks = v.safeParse(Looks, parsed(inStorage((storage) => storage.getItem(name)) ?? ''))
  if (!looks.success || looks.output.person !== person) return new Map()
  const { weeks } = looks.output
  return new Map(
    [...sheets].filter(([key, { week, entries }]) => {
      const looked = weeks[key]
      return looked?.version === week.version && isSameSet(looked.entries, versionsOf(entries))
    }),
  )
}

/** Forgets it, as whoever looked has left. */
export function dropLooks(): void {
  inStorage((storage) => storage.removeItem(name))
}

/** Browsers that block storage throw. */
function inStorage<Result>(act: (storage: Storage) => Result): Result | null {
  try {
    return act(sessionStorage)
  } catch {
    return null
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
