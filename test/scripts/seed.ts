// Puts a few projects and people in, the way an administrator would: through the API.
import { setTimeout as pause } from 'node:timers/promises'
import { cast } from '../tenant/cast.ts'
import { signIn } from '../tenant/sign-in.ts'

const at = '2026-11-01T08:00:00.000Z'

// Fixed ids: a second start replays the same changes, and a replay writes nothing.
const projects = [
  {
    id: '5eed0001-0000-4000-8000-000000000001',
    project: '5eed0002-0000-4000-8000-000000000001',
    name: 'Harbour bridge inspection',
    client: 'Port of Hallstad',
    code: 'HAL-110',
    colour: '#0f766e',
    archived: false,
  },
  {
    id: '5eed0001-0000-4000-8000-000000000002',
    project: '5eed0002-0000-4000-8000-000000000002',
    name: 'Tramway line 7, signalling',
    client: 'City Transport Authority',
    code: 'CTA-007',
    colour: '#b45309',
    archived: false,
  },
  {
    id: '5eed0001-0000-4000-8000-000000000003',
    project: '5eed0002-0000-4000-8000-000000000003',
    name: 'Warehouse move to the cloud',
    client: 'Northwind Traders',
    code: 'NWT-301',
    colour: '#1d4ed8',
    archived: false,
  },
  {
    id: '5eed0001-0000-4000-8000-000000000004',
    project: '5eed0002-0000-4000-8000-000000000004',
    name: 'Security review 2026',
    client: 'Kestrel Insurance',
    code: 'KES-026',
    colour: '#7c3aed',
    archived: false,
  },
  {
    id: '5eed0001-0000-4000-8000-000000000005',
    project: '5eed0002-0000-4000-8000-000000000005',
    name: 'Training and own time',
    client: 'ABC Inc.',
    code: 'ABC-000',
    colour: '#4b5563',
    archived: false,
  },
  {
    id: '5eed0001-0000-4000-8000-000000000006',
    project: '5eed0002-0000-4000-8000-000000000006',
    name: 'Ticketing pilot',
    client: 'City Transport Authority',
    code: 'CTA-003',
    colour: '#be185d',
    archived: true,
  },
]

// Made ahead, so that the first sign-in of each leads to a person whom somebody manages.
const from = '2026-01-01'
const graceId = '5eed0003-0000-4000-8000-000000000003'
const people = [
  { person: '5eed0003-0000-4000-8000-000000000001', ...cast.ada, from, target: 2310, manager: graceId },
  { person: '5eed0003-0000-4000-8000-000000000002', ...cast.lin, from, target: 1200, manager: graceId },
  { person: graceId, ...cast.grace, from, target: 2400, manager: null },
  // Pay logs no hours, and nobody waits for any.
  { person: '5eed0003-0000-4000-8000-000000000004', ...cast.pay, from: null, target: null, manager: null },
]

/** Seeds the API at `origin` as Root, who signs in at `issuer`; throws with what the API said when it refuses. */
export async function seed(origin: string, issuer: string): Promise<void> {
  const { access_token, id_token } = await signIn(issuer, 'root', { origin })
  const headers = { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' }
  const introduction = { method: 'PUT', headers, body: JSON.stringify({ idToken: id_token }) }
  const me = (await answerOf(await fetch(`${origin}/api/me`, introduction))) as { person: string }
  const known = (await answerOf(await fetch(`${origin}/api/people`, { headers }))) as {
    people: { id: string; email: string | null }[]
  }
  const changes = [
    ...projects.map((project) => ({ ...project, kind: 'project.put', base: null, at })),
    // Grace first: she manages the others. Somebody who has signed in before this ran is left as they are.
    ...people
      .toSorted((one, other) => Number(other.person === graceId) - Number(one.person === graceId))
      .filter(({ person, email }) => known.people.every((each) => each.id === person || each.email !== email))
      .map(putOf),
  ]
  const body = JSON.stringify({ person: me.person, changes })
  const push = () => fetch(`${origin}/api/changes`, { method: 'POST', headers, body })
  let response = await push()
  // As every client may when the API says "not now": sent again, the same changes take effect once.
  for (let tries = 0; response.status === 503 && tries < 5; tries += 1) {
    await pause(1000)
    response = await push()
  }
  const answer = await answerOf(response)
  const { verdicts } = answer as { verdicts: { verdict: string }[] }
  const refused = verdicts.filter(({ verdict }) => verdict !== 'applied')
  if (refused.length > 0) throw new Error(`The samples were refused: ${JSON.stringify(refused)}`)
}

const putOf = ({ person, name, email, from, target, manager }: (typeof people)[number]) => ({
  id: person.replace('5eed0003', '5eed0004'),
  kind: 'person.put',
  person,
  name,
  email,
  from,
  until: null,
  target,
  manager,
  deputy: null,
  active: true,
  base: null,
  at,
})

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!response.ok) throw new Error(`${new URL(response.url).pathname} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}
