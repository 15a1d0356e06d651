// One round with the server for one person: push what waits, batch by batch, then pull what is new.
import * as v from 'valibot'
import { type Change, scopeByKind } from '#domain/change.ts'
import { Issue } from '#domain/problem.ts'
import { changesPerPush } from '#domain/sync.ts'
import type { Problem } from './api.ts'
import { FeedAnswer, pushAnswer } from './answers.ts'
import { copyIn, datesIn } from './copy.ts'
import { transact } from './database.ts'
import type { Device } from './device.ts'
import { barred, type Dates } from './gate.ts'
import { bytesOf, fill, sendable } from './push.ts'
import type { Copy, OutboxItem, Outcome } from './stored.ts'
import { askAs, stop, type Stop } from './talk.ts'
import {
  beginNextCopy,
  forgetWhatIsOthers,
  noteSent,
  noteUnsent,
  park,
  pushLess,
  putBack,
  storeNews,
  storeVerdicts,
} from './verdicts.ts'

/** How a round ended; `unfinished` when its time was over before its work. */
export interface Result {
  outcome: Outcome | 'unfinished'
  delivered: number
  refused: number
  withheld: ReadonlySet<Change['kind']>
  /** Whether the server answered anything at all. */
  isProgress: boolean
  detail?: string
  retryAfter?: number
}

/** What a round learns on its way. */
interface Round {
  device: Device
  person: string
  signal: AbortSignal
  delivered: number
  refused: number
  withheld: Set<Change['kind']>
  /** Changes per push: halved when the server finds a push too large, doubled when one went through. */
  most: number
  /** Whether the last page had nothing behind it. */
  isUpToDate: boolean
  /** How often the server sent us back to the beginning. */
  restarts: number
  /** How often the server failed on a push. */
  faults: number
  /** Orders of changes on which the server failed when they came alone; they wait until all others are through. */
  aside: Set<number>
  /** Those of them that earlier rounds have set aside: they get one try, behind all others. */
  earlier: Set<number>
  isProgress: boolean
}

// A round must be over before its lock's hold is: it begins nothing after the first third, and the last request it has
// begun takes two thirds at most.
const begins = (device: Device) => AbortSignal.timeout(Math.round(device.patience / 3))
const mostRestarts = 2
/** Enough to find one bad change among 200 by halves, and to go on behind it. */
const mostFaults = 10

/** What was set aside in earlier rounds of this page or service worker: however many they are, they stop no others. */
const setAside = new WeakMap<Device, ReadonlySet<number>>()

/** Goes round until nothing is left, its time is over, or something stops it. `isUpToDate`: a pull is not needed. */
export async function goRound(device: Device, person: string, isUpToDate: boolean): Promise<Result> {
  const round: Round = {
    device,
    person,
    isUpToDate,
    signal: begins(device),
    delivered: 0,
    refused: 0,
    withheld: new Set(),
    most: changesPerPush,
    restarts: 0,
    faults: 0,
    aside: new Set(setAside.get(device)),
    earlier: new Set(setAside.get(device)),
    isProgress: false,
  }
  for (;;) {
    if (round.signal.aborted) return resultOf(round, 'unfinished')
    const { items, copy, dates } = await standing(device, person)
    const parked = barred(items, dates)
    for (const { item, problem } of parked) await park(device, item, problem)
    if (parked.length > 0) continue
    const load = fill(sendable(items, round, dates), { changes: round.most, bytes: copy.pushBytes })
    if (load.length === 0 && round.isUpToDate && !copy.next) {
      if (round.earlier.size > 0) {
        for (const order of round.earlier) round.aside.delete(order)
        round.earlier.clear()
        continue
      }
      return round.aside.size > 0
        ? { ...resultOf(round, 'failed'), detail: 'fault' }
        : resultOf(round, 'done')
    }
    const stopped = load.length > 0 ? await push(round, load, copy) : await pull(round, copy)
    if (stopped) {
      const { outcome, detail, retryAfter } = stopped
      if (outcome === 'deactivated' || detail === 'insufficient_scope')
        await forgetWhatIsOthers(device, person)
      return { ...resultOf(round, outcome), detail, ...(retryAfter !== undefined && { retryAfter }) }
    }
  }
}

const resultOf = (round: Round, outcome: Result['outcome']): Result => {
  const { delivered, refused, withheld, isProgress } = round
  return { outcome, delivered, refused, withheld, isProgress }
}

/** The outbox as it is stored, because a change is sent as it was made. */
const standing = (
  device: Device,
  person: string,
): Promise<{ items: OutboxItem[]; copy: Copy; dates: Dates }> =>
  transact(device, 'readonly', ['outbox', 'copies', 'rows'], async (transaction) => {
    const items = await transaction.objectStore('outbox').index('person').getAll(person)
    const copy = await copyIn(transaction, person)
    return { items, copy, dates: await datesIn(transaction, person, items) }
  })

/** Of the copy in the making, where there is one: nothing is fetched for the old one any more. */
const cursorOf = (copy: Copy): string | null => (copy.next ? copy.next.cursor : copy.cursor)

async function push(round: Round, load: readonly OutboxItem[], copy: Copy): Promise<Stop | null> {
  const { device, person } = round
  const since = cursorOf(copy)
  const changes = load.map(({ change }) => change)
  const noted = await noteSent(device, load)
  const reply = await askAs(device, person, {
    method: 'POST',
    path: '/changes',
    // Always with a cursor: the one that comes back proves, later, that the server still has what it now says it has.
    body: { person, changes, since },
    schema: pushAnswer(changes.map(({ id }) => id)),
  })
  // Nothing of it was taken, in the server's own words.
  if (reply.kind === 'problem' || (reply.kind === 'stop' && reply.outcome === 'mismatch')) {
    await noteUnsent(device, noted)
  }
  if (reply.kind === 'stop') {
    // It may have been too much: for a slow line, or for the platform, which kills a Worker that takes too long and
    // answers with a page of its own. No network at all says nothing about the push.
    const { failure } = reply
    if (failure && failure !== 'offline') await pushLess(device, person, bytesOf(load))
    return reply
  }
  round.isProgress = true
  if (reply.kind === 'problem') return pushProblem(round, load, reply.status, reply.problem)
  const tally = await storeVerdicts(device, person, load, reply.value, since)
  round.delivered += tally.delivered
  round.refused += tally.refused
  round.most = Math.min(changesPerPush, round.most * 2)
  if (reply.value.news) round.isUpToDate = !reply.value.news.more
  return null
}

async function pushProblem(
  round: Round,
  load: readonly OutboxItem[],
  status: number,
  problem: Problem,
): Promise<Stop | null> {
  if (isAboutCursor(status, problem)) return startAnew(round, problem)
  if (problem.code === 'insufficient_scope') {
    withhold(round, load, problem['scope'])
    return null
  }
  round.faults += status === 500 ? 1 : 0
  const isInOneChange = status === 413 || status === 400 || (status === 500 && round.faults <= mostFaults)
  if (!isInOneChange) return stop('failed', problem.code)
  // Too large, not readable, or more than the server can bear: look for the change that is, by halves, so that it does
  // not stop the others. What the server failed on may go through another day; the rest is as good as refused.
  const [first] = load
  if (load.length > 1 || !first) {
    round.most = Math.max(1, Math.floor(load.length / 2))
  } else if (status === 500) {
    round.aside.add(first.order)
    setAside.set(round.device, new Set([...(setAside.get(round.device) ?? []), first.order]))
  } else {
    await park(round.device, first, problem)
    round.refused += 1
  }
  return null
}

/** The kinds that need a scope this account lacks wait until it has it; the others go on. */
function withhold(round: Round, load: readonly OutboxItem[], scope: unknown): void {
  const sent = new Set(load.map(({ change }) => change.kind))
  const lacking = [...sent].filter((kind) => scopeByKind[kind] === scope)
  // A scope that none of them needs, as far as this app knows: then it must be all of them.
  for (const kind of lacking.length > 0 ? lacking : sent) round.withheld.add(kind)
}

async function pull(round: Round, copy: Copy): Promise<Stop | null> {
  const { device, person } = round
  const since = cursorOf(copy)
  const query = new URLSearchParams({ person, ...(since !== null && { since }) })
  const reply = await askAs(device, person, { method: 'GET', path: `/changes?${query}`, schema: FeedAnswer })
  if (reply.kind === 'stop') return reply
  round.isProgress = true
  if (reply.kind === 'problem') {
    if (isAboutCursor(reply.status, reply.problem)) return startAnew(round, reply.problem)
    // Who may write but not read has nothing to fetch.
    return stop(reply.problem.code === 'insufficient_scope' ? 'done' : 'failed', reply.problem.code)
  }
  await storeNews(device, person, since, reply.value)
  round.isUpToDate = !reply.value.more
  return null
}

/** 410, or a cursor of another making that the server cannot read; no change is to blame for either. */
function isAboutCursor(status: number, problem: Problem): boolean {
  if (status === 410) return true
  const issues = v.safeParse(v.array(Issue), problem['issues'])
  return status === 400 && issues.success && issues.output.some(({ path }) => path === 'since')
}

/** The cursor leads nowhere any more. The outbox is not touched, but for what must be delivered once more. */
async function startAnew(round: Round, problem: Problem): Promise<Stop | null> {
  const { device, person } = round
  round.restarts += 1
  if (round.restarts > mostRestarts) return stop('failed', problem.code)
  round.isUpToDate = false
  if (problem.code === 'history.restored') {
    await putBack(device, person)
  } else {
    await beginNextCopy(device, person)
  }
  return null
}
