// Root moves Ada's sign-in to Lin's person while hours wait on Ada's phone: they are found, taken over once, and offered to
// nobody else.
import { describe, expect, it } from 'vitest'
import { account } from '../../web/account/session.ts'
import { discard } from '../../web/data/outbox.ts'
import { giveUpStranded, newHours, stranded, takeOver } from '../../web/data/stranded.ts'
import { sync } from '../../web/data/sync.ts'
import { adasPage, hour, keptOf, outboxOf, save, screen, signIn } from './arrange.ts'
import { Phone } from './platform.ts'
import { people } from './set-up.ts'
import { lost, World } from './world.ts'

/** Ada's phone, with what `before` saves on it without network; then her sign-in is moved, and she signs in again. */
async function adaIsMoved(before: (page: Awaited<ReturnType<typeof adasPage>>) => Promise<unknown>) {
  const world = new World()
  const phone = new Phone(world)
  const page = await adasPage(world, phone)
  phone.isOnline = false
  await before(page)
  phone.isOnline = true
  world.api.moved.Ada = 'Lin'
  expect(await sync(page)).toMatchObject({ outcome: 'mismatch', delivered: 0, refused: 0 })
  await signIn(world, page, 'Ada')
  await sync(page)
  return { world, phone, page }
}

const twoHours = async (page: Awaited<ReturnType<typeof adasPage>>) => {
  await save(page, hour({ note: 'first' }))
  const { entry } = await save(page, hour({ note: 'second' }))
  await save(page, hour({ entry, minutes: 90, note: 'second, corrected' }))
}

describe('hours saved before the sign-in was moved', () => {
  it('are found by the one human behind both, with the name that they were saved under', async () => {
    const { page } = await adaIsMoved(twoHours)
    expect(await account(page)).toMatchObject({ person: people.Lin })
    expect(await stranded(page)).toMatchObject([{ person: people.Ada, name: 'Ada of ABC' }])
    expect(newHours((await outboxOf(page, people.Ada)) ?? [])).toHaveLength(2)
  })

  it('are taken over as they were wanted last, each once, and delivered once', async () => {
    const { world, page } = await adaIsMoved(twoHours)
    expect(await takeOver(page, people.Ada)).toEqual({ taken: 2, refused: null })
    expect(await takeOver(page, people.Ada)).toEqual({ taken: 0, refused: null })
    expect(await outboxOf(page, people.Ada)).toEqual([])
    expect(await keptOf(page, people.Ada)).toMatchObject({ accounts: 0 })
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 2 })
    expect(world.api.entriesOf('Ada')).toEqual([])
    const notes = world.api.entriesOf('Lin').map(({ note, minutes }) => [note, minutes])
    expect(notes).toEqual([
      ['first', 60],
      ['second, corrected', 90],
    ])
    expect(await stranded(page)).toEqual([])
  })

  it('are not taken over where the server may have them already under the old name', async () => {
    const world = new World()
    const phone = new Phone(world)
    const page = await adasPage(world, phone)
    await save(page, hour({ note: 'sent' }))
    world.upset('POST /api/changes', lost)
    expect(await sync(page)).toMatchObject({ outcome: 'offline' })
    phone.isOnline = false
    await save(page, hour({ note: 'never sent' }))
    phone.isOnline = true
    world.api.moved.Ada = 'Lin'
    expect(await sync(page)).toMatchObject({ outcome: 'mismatch' })
    await signIn(world, page, 'Ada')
    await sync(page)

    expect(await takeOver(page, people.Ada)).toEqual({ taken: 1, refused: null })
    await sync(page)
    expect(world.api.entriesOf('Ada')).toMatchObject([{ note: 'sent' }])
    expect(world.api.entriesOf('Lin')).toMatchObject([{ note: 'never sent' }])
    expect(await stranded(page)).toMatchObject([{ items: [{ sent: true }] }])
  })

  it('stay where they are when the new week takes no hours, and the reason is said', async () => {
    const { world, page } = await adaIsMoved((before) => save(before, hour()))
    const submit = { id: crypto.randomUUID(), at: '2026-11-21T09:00:00.000Z', kind: 'week.submit' as const }
    world.api.act('Lin', { ...submit, person: people.Lin, week: '2026-W47', base: null })
    await sync(page)
    const { taken, refused } = await takeOver(page, people.Ada)
    expect([taken, refused?.code]).toEqual([0, 'week.submitted'])
    expect(await outboxOf(page, people.Ada)).toHaveLength(1)
    expect(await screen(page, people.Lin)).toEqual([])
  })

  it('leave behind what is about the old person’s weeks, until it is given up', async () => {
    const { page } = await adaIsMoved(async (before) => {
      await save(before, hour())
      await save(before, { kind: 'week.submit', week: '2026-W47', saw: null })
    })
    expect(await takeOver(page, people.Ada)).toMatchObject({ taken: 1 })
    expect(await stranded(page)).toMatchObject([{ items: [{ change: { kind: 'week.submit' } }] }])
    await giveUpStranded(page, people.Ada)
    expect(await stranded(page)).toEqual([])
    expect(await keptOf(page, people.Ada)).toMatchObject({ accounts: 0 })
  })
})

describe('hours of somebody else on the same phone', () => {
  it('are neither shown to Grace nor given to her, nor given up by her', async () => {
    const world = new World()
    const phone = new Phone(world)
    const page = await adasPage(world, phone)
    phone.isOnline = false
    await save(page, hour())
    phone.isOnline = true
    await signIn(world, page, 'Grace')
    await sync(page)
    expect(await stranded(page)).toEqual([])
    expect(await takeOver(page, people.Ada)).toEqual({ taken: 0, refused: null })
    await giveUpStranded(page, people.Ada)
    expect(await outboxOf(page, people.Ada)).toHaveLength(1)
  })
})

describe('what an account has no right to send', () => {
  it('is given up when its owner says so, and what may be sent is not', async () => {
    const world = new World()
    const phone = new Phone(world)
    world.api.scopes.Ada = ['read:timesheets']
    const page = await adasPage(world, phone)
    const { entry } = await save(page, hour())
    expect(await sync(page)).toMatchObject({ outcome: 'done', waiting: 1, withheld: 1 })
    expect(await discard(page, people.Ada, entry)).toBe(true)
    expect(await outboxOf(page)).toEqual([])
    delete world.api.scopes.Ada
    await signIn(world, page, 'Ada')
    phone.isOnline = false
    const { entry: other } = await save(page, hour())
    expect(await discard(page, people.Ada, other)).toBe(false)
    expect(await outboxOf(page)).toHaveLength(1)
  })
})
