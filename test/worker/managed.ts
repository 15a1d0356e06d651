// Ada and Grace, her manager: what they say of late hours and of a week, and what each of them has taken.
import { expect } from 'vitest'
import { changesPerPush } from '../../worker/domain/sync.ts'
import { approver, at, newId, personPut, somebody, type Somebody, step, words } from './api.ts'

/** Ada, whom Grace approves; `root` manages people. */
export async function managedBy(root: Somebody) {
  const [ada, grace] = await Promise.all([somebody(), approver()])
  await answersTo(root, ada, { manager: grace.person })
  return { ada, grace }
}

/** The same, and Grace has approved Ada's week, with these hours in it. */
export async function approvedBy(root: Somebody, week: string, ...hours: { id: string }[]) {
  const { ada, grace } = await managedBy(root)
  const submit = step('week.submit', ada, week)
  const approve = step('week.approve', ada, week, submit.id)
  await took(ada, ...hours, submit)
  await took(grace, approve)
  return { ada, grace, submit, approve }
}

/** Decides, as `root`, who approves somebody's weeks. */
export const answersTo = async (
  root: Somebody,
  { person }: Somebody,
  roles: { manager?: string | null; deputy?: string | null },
) => took(root, await personPut(root, person, roles))

/** Sends changes that are to be taken, at once or as late. Answers the verdicts. */
export async function took(who: Somebody, ...changes: { id: string }[]) {
  const answer: string[] = []
  for (let from = 0; from < changes.length; from += changesPerPush) {
    answer.push(...words(await who.push(changes.slice(from, from + changesPerPush))))
  }
  expect(answer.filter((word) => word !== 'applied' && word !== 'late')).toEqual([])
  return answer
}

/** A decision about an hour that came late for this person's week, by who saw this version of it. */
export const decision = (
  kind: 'late.accept' | 'late.decline',
  { person }: { person: string },
  late: string,
  base = late,
) => ({
  id: newId(),
  kind,
  person,
  late,
  base,
  at,
  ...(kind === 'late.decline' && { reason: 'Not on this project' }),
})

export const comment = ({ person }: { person: string }, week: string, note: string) => ({
  id: newId(),
  kind: 'comment.add',
  person,
  week,
  note,
  at,
})
