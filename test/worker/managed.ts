// Ada and Grace, her manager, and what each of them has taken.
import { expect } from 'vitest'
import { approver, personPut, somebody, type Somebody, words } from './api.ts'

/** Ada, whom Grace approves; `root` manages people. */
export async function managedBy(root: Somebody) {
  const [ada, grace] = await Promise.all([somebody(), approver()])
  expect(words(await root.push([await personPut(root, ada.person, { manager: grace.person })]))).toEqual([
    'applied',
  ])
  return { ada, grace }
}

/** Sends changes that are to be taken, at once or as late. Answers the verdicts. */
export async function took(who: Somebody, ...changes: { id: string }[]) {
  const answer = words(await who.push(changes))
  expect(answer.every((word) => word === 'applied' || word === 'late')).toBe(true)
  return answer
}
