// What Root is told before people are put away or put together: who is here twice, and whose weeks nobody could decide on.
import { describe, expect, it } from 'vitest'
import type { PersonPut } from '#domain/change.ts'
import { sync } from '../../web/data/sync.ts'
import { signIn } from './arrange.ts'
import { openPage } from './page.ts'
import { people } from './set-up.ts'
import { World } from './world.ts'

/** Grace's page, who manages people, after these were decided about. */
async function gracesPage(...decided: (Partial<PersonPut> & { person: string })[]) {
  const world = new World()
  const page = await openPage(world, '/people')
  const state = await import('../../web/state/people.ts')
  await signIn(world, page.device, 'Grace')
  for (const fields of decided) put(world, fields)
  await sync(page.device)
  await page.copy.refresh()
  return { ...page, ...state, world }
}

function put(world: World, fields: Partial<PersonPut> & { person: string }): void {
  const verdict = world.api.act('Grace', {
    id: crypto.randomUUID(),
    at: '2026-11-21T09:00:00.000Z',
    kind: 'person.put',
    name: 'Lin of ABC',
    email: null,
    from: null,
    until: null,
    target: null,
    manager: null,
    deputy: null,
    active: true,
    base: fields.person === ahead ? null : fields.person,
    ...fields,
  })
  if (verdict.verdict === 'refused') throw new Error(verdict.problem.code)
}

const ahead = 'e0000000-0000-4000-8000-000000000000'

describe('Lin, who was made ahead and came through an address that nobody has confirmed', () => {
  const twice = [
    { person: people.Lin, name: 'Lin of ABC', email: null },
    { person: ahead, name: 'Lin of abc ', email: 'lin@abc.example' },
  ]
  it('is marked, beside the one she was to be', async () => {
    const { personCalled, isUnconfirmed, namesakesOf } = await gracesPage(...twice)
    const [lin, ada] = [personCalled(people.Lin)?.row, personCalled(people.Ada)?.row]
    if (!lin || !ada) throw new Error('not here')
    expect([isUnconfirmed(lin), isUnconfirmed(ada)]).toEqual([true, false])
    expect(namesakesOf(lin).map(({ id }) => id)).toEqual([ahead])
    expect(namesakesOf(ada)).toEqual([])
  })

  it('can be deactivated once her sign-in is moved, with everything else as it was', async () => {
    const page = await gracesPage(...twice)
    const lin = page.personCalled(people.Lin)?.row
    if (!lin) throw new Error('not here')
    const move = { kind: 'identity.move', person: lin.id, to: ahead, saw: lin.version } as const
    expect(await page.save.save(move)).toHaveProperty('change')
    expect(await page.deactivate(lin.id)).toHaveProperty('change')
    await sync(page.device)
    await page.copy.refresh()
    expect(page.copy.cards.value).toEqual([])
    const left = page.personCalled(lin.id)?.row
    expect(left).toMatchObject({ name: 'Lin of ABC', linked: false, active: false })
  })
})

describe('without Lin', () => {
  const dependents = async (...decided: Parameters<typeof gracesPage>) => {
    const { dependentsOf } = await gracesPage(...decided)
    return dependentsOf(people.Lin).map(({ id }) => id)
  }
  const ada = { person: people.Ada, name: 'Ada of ABC' }
  const { Lin, Grace, Ada } = people

  it('nobody decides on Ada, whose manager she is', async () => {
    expect(await dependents({ ...ada, manager: Lin })).toEqual([Ada])
  })

  it('nor where she is the deputy of a manager who is not active', async () => {
    const gone = { person: ahead, name: 'Gone', active: false }
    expect(await dependents(gone, { ...ada, manager: ahead, deputy: Lin })).toEqual([Ada])
  })

  it('somebody does where a deputy or a manager remains, or where any approver may', async () => {
    expect(await dependents({ ...ada, manager: Lin, deputy: Grace })).toEqual([])
    expect(await dependents({ ...ada, manager: Grace, deputy: Lin })).toEqual([])
    expect(await dependents({ ...ada, manager: null, deputy: Lin })).toEqual([])
  })

  it('nor is Ada missed who is not active herself', async () => {
    expect(await dependents({ ...ada, manager: Lin, active: false })).toEqual([])
  })
})
