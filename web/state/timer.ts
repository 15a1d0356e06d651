// The timer of this device: starting, stopping and switching it, and what has to be asked before its hours are kept. It is
// a row on the device alone; what it has measured becomes an entry like any other, by `save`.
import { computed, effect, signal } from '@preact/signals'
import { thingOf } from '#domain/change.ts'
import { minutesPerDay } from '#domain/calendar.ts'
import type { Refusal } from '#domain/problem.ts'
import { thisDevice } from '../data/device.ts'
import { timerLock, underLock } from '../data/lock.ts'
import type { RunningTimer } from '../data/stored.ts'
import { moveTimer, readTimer, startTimer, stopTimer } from '../data/timers.ts'
import { route } from './address.ts'
import { copy, who } from './copy.ts'
import { here } from './wall-clock.ts'
import { save } from './save.ts'
import {
  begun,
  begunAfter,
  type Doubt,
  doubtAbout,
  longestRun,
  minutesRun,
  type Purpose,
  startToday,
  type Stretch,
  stretchOf,
} from './timing.ts'

/** What stands between a timer and its entry. The timer runs on until it is answered. */
export interface Asking {
  /** `typed`: the person wants to type the times. */
  why: Doubt | 'refused' | 'typed'
  refusal?: Refusal
  /** What was measured when it was stopped. */
  stretch: Stretch
  /** What was to be started then. */
  next?: Purpose
}

/** What became of a wish. */
export type Outcome =
  | { kind: 'saved'; entry: string; minutes: number; project: string }
  | { kind: 'started'; project: string }
  | { kind: 'discarded'; timer: RunningTimer }
  | { kind: 'asked' | 'nothing' }

/** The timer that runs here for the person; undefined while the device has not been asked. */
export const timer = signal<RunningTimer | null | undefined>(undefined)
/** What has to be answered before the timer's hours are kept; null for nothing. */
export const asking = signal<Asking | null>(null)

const tick = signal(0)
/** Whole minutes since the timer began, or null where none runs. */
export const elapsed = computed(() => (timer.value ? minutesRun(timer.value, tick.value) : null))
/** Whether it has run for so long that somebody must say what was meant. */
export const isOverlong = computed(() => (elapsed.value ?? 0) > longestRun)
/** Whether all that was measured can be kept: an entry has a day at most. */
export const isKeepable = computed(() => (asking.value?.stretch.minutes ?? 0) <= minutesPerDay)

/** Starts a timer; one that runs is stopped first, and the other begins where it ends. */
export const startOrSwitch = (purpose: Purpose): Promise<Outcome> =>
  inTurn(async (person) => {
    const running = await readTimer(thisDevice(), person)
    if (!running) return start(person, begun(purpose, thisDevice().now(), here.peek()))
    if (running.project === purpose.project && running.note === purpose.note) return nothing
    return stopAt(running, thisDevice().now(), purpose)
  })

/** Stops the timer: its entry is kept, or what was meant is asked. */
export const stop = (): Promise<Outcome> =>
  inTurn(async (person) => {
    const running = await readTimer(thisDevice(), person)
    return running ? stopAt(running, thisDevice().now()) : nothing
  })

/** Keeps what was measured, however long it is. */
export const keepAll = (): Promise<Outcome> =>
  inTurn(async (person) => {
    const running = await readTimer(thisDevice(), person)
    const asked = asking.peek()
    return running && asked ? keepStretch(running, asked) : nothing
  })

/** The hours were typed and are kept: the timer has done its work. */
export const settle = (): Promise<Outcome> => inTurn((person) => finish(person))

/** When it began, as somebody types it; what it cannot have been is a problem. */
export const startOf = (running: RunningTimer, typed: string) =>
  startToday(typed, running, thisDevice().now())

/** Lets the timer have begun at another moment. */
export const moveTo = (running: RunningTimer, start: string): Promise<Outcome> =>
  inTurn(async (person) => {
    await moveTimer(thisDevice(), running, start)
    await look(person)
    return nothing
  })

/** Gives up what was measured. */
export const discardTimer = (): Promise<Outcome> =>
  inTurn(async (person) => {
    const given = await readTimer(thisDevice(), person)
    const outcome = await finish(person)
    return given && outcome.kind === 'nothing' ? { kind: 'discarded', timer: given } : outcome
  })

/** Lets a timer that was given up run on as if nothing had been. */
export const runAgain = (given: RunningTimer): Promise<Outcome> =>
  inTurn(async (person) => {
    await startTimer(thisDevice(), person, given)
    await look(person)
    return nothing
  })

const nothing: Outcome = { kind: 'nothing' }

async function stopAt(running: RunningTimer, now: number, next?: Purpose): Promise<Outcome> {
  const stretch = stretchOf(running, now)
  const why = doubtAbout(stretch)
  const asked = { stretch, ...(next && { next }) }
  if (!why) return keepStretch(running, asked)
  asking.value = { why, ...asked }
  return { kind: 'asked' }
}

async function keepStretch(running: RunningTimer, asked: Omit<Asking, 'why'>): Promise<Outcome> {
  const { project, note, person } = running
  const saved = await save({ kind: 'entry.put', project, note, ...asked.stretch })
  if ('refused' in saved) {
    asking.value = { ...asked, why: 'refused', refusal: saved.refused }
    return { kind: 'asked' }
  }
  await finish(person, asked)
  return { kind: 'saved', entry: thingOf(saved.change), minutes: asked.stretch.minutes, project }
}

/** Ends the timer, and starts what was to be started when the person said so. */
async function finish(person: string, asked: Omit<Asking, 'why'> | null = asking.peek()): Promise<Outcome> {
  await stopTimer(thisDevice(), person)
  asking.value = null
  if (asked?.next) return start(person, begunAfter(asked.next, asked.stretch, here.peek()))
  await look(person)
  return nothing
}

async function start(person: string, next: ReturnType<typeof begun>): Promise<Outcome> {
  const running = await startTimer(thisDevice(), person, next)
  await look(person)
  return { kind: 'started', project: running.project }
}

/** One wish after the other, also where two windows are open: the second finds what the first has left. */
async function inTurn(wish: (person: string) => Promise<Outcome>): Promise<Outcome> {
  const person = who.peek()?.person
  if (!person) return nothing
  return underLock(thisDevice(), timerLock(person), () => wish(person))
}

async function look(person: string): Promise<void> {
  const running = await readTimer(thisDevice(), person)
  if (who.peek()?.person !== person) return
  timer.value = running
  if (!running) asking.value = null
}

/** Reads the timer whenever the device has stored something, and lets its minutes pass. */
export function followTimer(): void {
  effect(() => {
    const person = who.value?.person
    // Read anew with every copy: another window may have started or stopped it.
    if (copy.value && person) void look(person).catch(reportError)
    else timer.value = null
  })
  // Who goes elsewhere, say to the week that is in the way, leaves the question: the timer runs on.
  route.subscribe(() => {
    asking.value = null
  })
  effect(() => {
    if (!timer.value) return undefined
    const pass = () => {
      tick.value = thisDevice().now()
    }
    pass()
    const passing = setInterval(pass, 1000)
    return () => clearInterval(passing)
  })
}
