// Delivery: one round at a time per person, in whichever page or service worker asks. What it reports is kept.
import { instantOf, millisecondsOf } from '#domain/calendar.ts'
import { waiting } from './cards.ts'
import { copyIn, datesIn } from './copy.ts'
import { transact } from './database.ts'
import type { Device } from './device.ts'
import type { Dates } from './gate.ts'
import { Busy, syncLock, underLock } from './lock.ts'
import { countStuck } from './push.ts'
import { goRound, type Result } from './round.ts'
import { isHere, readSetting } from './settings.ts'
import type { OutboxItem, Outcome, Report } from './stored.ts'

/** Under this name the page asks the service worker to deliver (Background Sync). */
export const syncTag = 'deliver'

const queued = new WeakMap<Device, Promise<Report>>()

/**
 * Delivers what waits and fetches what is new, and answers how that went; never rejects for the network's sake.
 * A call that comes while another works waits its turn, so that what was saved after the other's last look is sent too;
 * calls that wait at the same time share one turn.
 */
export function sync(device: Device): Promise<Report> {
  const known = queued.get(device)
  if (known) return known
  const turn = takeTurns(device, () => queued.delete(device)).finally(() => {
    if (queued.get(device) === turn) queued.delete(device)
  })
  queued.set(device, turn)
  return turn
}

async function takeTurns(device: Device, begun: () => void): Promise<Report> {
  const person = await readSetting(device, 'current')
  if (!person) return blank(device, 'nobody')
  const asked = device.now()
  for (;;) {
    const report = await takeTurn(device, person, asked, begun)
    // The lock is given back between two turns, so that a sign-out or another context gets its own.
    if (report) return report
  }
}

async function takeTurn(
  device: Device,
  person: string,
  asked: number,
  begun: () => void,
): Promise<Report | null> {
  try {
    return await underLock(device, syncLock(person), async () => {
      begun()
      const told = await askedToStayAway(device, person)
      if (told) return told
      const result = await goRound(device, person, await isNewerThan(device, person, asked))
      if (result.outcome === 'unfinished' && result.isProgress) return null
      return storeReport(device, person, result)
    })
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    return storeReport(device, person, {
      outcome: 'busy',
      delivered: 0,
      refused: 0,
      withheld: new Set(),
      isProgress: false,
    })
  }
}

/** Whoever held the lock before us may have fetched everything since we asked. */
const isNewerThan = (device: Device, person: string, asked: number): Promise<boolean> =>
  transact(device, 'readonly', ['copies'], async (transaction) => {
    const { complete } = await copyIn(transaction, person)
    return complete > asked && complete <= device.now()
  })

/** The last report, while there is a reason to leave the server alone. */
async function askedToStayAway(device: Device, person: string): Promise<Report | null> {
  const report = await transact(device, 'readonly', ['reports'], (transaction) =>
    transaction.objectStore('reports').get(person),
  )
  if (!report?.retryAfter) return null
  const since = device.now() - millisecondsOf(report.at)
  return since >= 0 && since < report.retryAfter * 1000 ? report : null
}

async function storeReport(device: Device, person: string, result: Result): Promise<Report> {
  const stores = ['outbox', 'reports', 'settings', 'copies', 'rows'] as const
  const report = await transact(device, 'readwrite', [...stores], async (transaction) => {
    const items = await transaction.objectStore('outbox').index('person').getAll(person)
    const made = reportOf(device, items, result, await datesIn(transaction, person, items))
    // Who is at it will say how it went; that somebody else had no turn is no news.
    const isNews = made.outcome !== 'busy' && (await isHere(transaction, person))
    if (isNews) await transaction.objectStore('reports').put(made, person)
    return made
  })
  device.announce()
  return report
}

function reportOf(device: Device, items: readonly OutboxItem[], result: Result, dates: Dates): Report {
  const { delivered, refused, detail, retryAfter } = result
  return {
    // Out of time before anything came of it is what a person would call offline.
    ...blank(device, result.outcome === 'unfinished' ? 'offline' : result.outcome),
    delivered,
    refused,
    waiting: waiting(items).length,
    withheld: countStuck(items, result, dates),
    ...(detail !== undefined && { detail }),
    ...(retryAfter !== undefined && { retryAfter }),
  }
}

const blank = (device: Device, outcome: Outcome): Report => ({
  at: instantOf(device.now()),
  outcome,
  delivered: 0,
  refused: 0,
  waiting: 0,
  withheld: 0,
})
