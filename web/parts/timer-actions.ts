// What a tap on the timer does, and what is said about it afterwards.
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { book, refresh } from '../state/copy.ts'
import { notify } from '../state/notice.ts'
import { discardTimer, keepAll, type Outcome, runAgain, settle, startOrSwitch, stop } from '../state/timer.ts'
import type { Purpose } from '../state/timing.ts'

export const projectName = (project: string) => book.value.projects.get(project)?.name ?? text.unknownProject

export const start = (purpose: Purpose) => act(() => startOrSwitch(purpose))
export const stopTimer = () => act(stop)
export const keepEverything = () => act(keepAll)
/** The form that was asked has saved; said here, for the form goes with the question. */
export const typedAndSaved = () =>
  act(async () => {
    const outcome = await settle()
    if (outcome.kind === 'nothing') notify({ text: text.edit.saved })
    return outcome
  })
export const discard = () => act(discardTimer)

let acting = false

async function act(wish: () => Promise<Outcome>): Promise<void> {
  // The second tap of a double tap is not meant.
  if (acting) return
  acting = true
  try {
    tell(await wish())
  } catch (error) {
    reportError(error)
    // Says why, if the device is the reason.
    await refresh()
    notify({ text: text.timer.notStored })
  } finally {
    acting = false
  }
}

function tell(outcome: Outcome): void {
  switch (outcome.kind) {
    case 'saved':
      notify({ text: text.timer.saved(writeDuration(outcome.minutes), projectName(outcome.project)) })
      return
    case 'started':
      notify({ text: text.timer.started(projectName(outcome.project)) })
      return
    case 'discarded': {
      const undo = () => act(() => runAgain(outcome.timer))
      notify({ text: text.timer.discarded, action: { label: text.timer.undo, run: undo } })
      return
    }
    default:
  }
}
