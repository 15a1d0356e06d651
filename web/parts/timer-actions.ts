// What a tap on the timer does, and what is said about it afterwards.
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import type { RunningTimer } from '../data/stored.ts'
import { refresh } from '../state/copy.ts'
import { notify } from '../state/notice.ts'
import {
  discardTimer,
  keepAll,
  moveTo,
  type Outcome,
  runAgain,
  settle,
  startOrSwitch,
  stop,
} from '../state/timer.ts'
import type { Purpose } from '../state/timing.ts'
import { projectName } from './names.ts'

/** Starts the timer, or switches it to something else. */
export const start = (purpose: Purpose) => act(() => startOrSwitch(purpose))
/** Stops it, and keeps its hours or asks about them. */
export const stopTimer = () => act(stop)
/** Keeps all that was measured, however long it is. */
export const keepEverything = () => act(keepAll)
/** Keeps it now that its week was withdrawn. */
export const keepAfterWithdrawal = () => act(keepAll, text.timer.withdrawnAndSaved)
/** The form that was asked has saved; said here, for the form goes with the question. */
export const typedAndSaved = () =>
  act(async () => {
    const outcome = await settle()
    if (outcome.kind === 'nothing') notify({ text: text.edit.saved })
    return outcome
  })
/** Lets it have begun at another moment. */
export const moveStart = (running: RunningTimer, to: string) => act(() => moveTo(running, to))
/** Gives up what was measured; it can be undone for a while. */
export const discard = () => act(discardTimer)

let acting = false

async function act(wish: () => Promise<Outcome>, saved = text.timer.saved): Promise<void> {
  // The second tap of a double tap is not meant.
  if (acting) return
  acting = true
  try {
    tell(await wish(), saved)
  } catch (error) {
    reportError(error)
    // Says why, if the device is the reason.
    await refresh()
    notify({ text: text.timer.notStored })
  } finally {
    acting = false
  }
}

function tell(outcome: Outcome, saved: typeof text.timer.saved): void {
  switch (outcome.kind) {
    case 'saved':
      notify({ text: saved(writeDuration(outcome.minutes), projectName(outcome.project)) })
      return
    case 'started':
      notify({ text: text.timer.started(projectName(outcome.project)) })
      return
    case 'discarded': {
      const undo = () => act(() => runAgain(outcome.timer))
      notify({ text: text.timer.discarded, action: { label: text.edit.undo, run: undo } })
      return
    }
    default:
  }
}
