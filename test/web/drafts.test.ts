// The form keeps what was typed until it is saved, whatever happens.
import { expect, it } from 'vitest'
import { signOut } from '../../web/account/session.ts'
import { clearDraft, readDraft, saveDraft } from '../../web/data/drafts.ts'
import { people } from './set-up.ts'
import { adasPage } from './arrange.ts'
import { Phone } from './platform.ts'
import { World } from './world.ts'

it('what Ada typed is there after the page was killed, for her and nobody else, until it is cleared', async () => {
  const world = new World()
  const phone = new Phone(world)
  const page = await adasPage(world, phone)
  await saveDraft(page, people.Ada, 'log', { note: 'half a sent' })
  await page.kill()
  const next = phone.open()
  expect(await readDraft(next, people.Ada, 'log')).toEqual({ note: 'half a sent' })
  expect(await readDraft(next, people.Grace, 'log')).toBeUndefined()
  await signOut(next)
  expect(await readDraft(next, people.Ada, 'log')).toEqual({ note: 'half a sent' })
  await clearDraft(next, people.Ada, 'log')
  expect(await readDraft(next, people.Ada, 'log')).toBeUndefined()
})
