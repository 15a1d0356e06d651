// Projects as Root makes and changes them, and as others see them and book on them.
import { expect } from 'vitest'
import type { Page } from '../../worker/domain/sync.ts'
import { jsonOf, newId, projectPut, put, type Somebody, words } from './api.ts'

export const name = 'Quiet harbour'
/** A project for these people only (null: for everybody). */
export async function made(root: Somebody, members: string[] | null, values: object = {}) {
  const change = projectPut(newId(), { name, members, ...values })
  expect(words(await root.push([change]))).toEqual(['applied'])
  return { id: change.project, version: change.id }
}

/** Changes what is said of it, as Root sees it. */
export async function changed(root: Somebody, of: { id: string; version: string }, values: object) {
  const change = projectPut(of.id, { name, base: of.version, ...values })
  expect(words(await root.push([change]))).toEqual(['applied'])
  return { id: of.id, version: change.id }
}

export const inFeed = (page: Page, id: string) =>
  page.rows.find((row) => row.kind === 'project' && row.id === id)
async function inList(who: Somebody, id: string) {
  const { projects } = await jsonOf(who.call('/api/projects'))
  return projects.find((row: { id: string }) => row.id === id)
}
/** How somebody sees it, in the feed and in the list alike. */
export async function seen(who: Somebody, { id }: { id: string }) {
  const [fed, listed] = [inFeed(await who.pull(), id), await inList(who, id)]
  expect(fed === undefined).toBe(listed === undefined)
  expect({ ...fed, ...listed }).toEqual({ ...fed })
  return listed
}

export const booking = async (who: Somebody, { id }: { id: string }) =>
  (await who.push([put(id)])).verdicts[0]
export const refused = (problem: object) => ({ verdict: 'refused', problem })
