// Puts a few projects in, the way an administrator would: through the API.
import { setTimeout as pause } from 'node:timers/promises'
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

/** Seeds the API at `origin` as Root, who signs in at `issuer`; throws with what the API said when it refuses. */
export async function seed(origin: string, issuer: string): Promise<void> {
  const { access_token } = await signIn(issuer, 'root', { origin })
  const headers = { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' }
  const me = (await answerOf(await fetch(`${origin}/api/me`, { headers }))) as { person: string }
  const changes = projects.map((project) => ({ ...project, kind: 'project.put', base: null, at }))
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
  if (refused.length > 0) throw new Error(`The sample projects were refused: ${JSON.stringify(refused)}`)
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!response.ok) throw new Error(`${new URL(response.url).pathname} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}
