// What is made once on the operator's account: the database, where it was decided to be, and the ledger's secret.
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { wrangler } from './wrangler.ts'

const locations = ['weur', 'eeur', 'apac', 'oc', 'wnam', 'enam']
const jurisdictions = ['eu', 'fedramp', 'us']

interface Residence {
  location?: string | undefined
  jurisdiction?: string | undefined
}

/** Creates the D1 database when there is none. Where it lives can be decided only then, so somebody must say it. */
export async function ensureDatabase(wish: Residence): Promise<void> {
  const known = wrangler(['d1', 'info', 'timesheets', '--json'])
  if (known.ok) return
  if (!/couldn.t find|not found|7404/i.test(known.output))
    throw new Error(`The database could not be looked up.\n${known.output}`)

  const residence = wish.location || wish.jurisdiction ? wish : await askResidence()
  const words = residence.jurisdiction
    ? ['--jurisdiction', residence.jurisdiction]
    : ['--location', residence.location ?? '']
  if (![...locations, ...jurisdictions].includes(words[1] ?? ''))
    throw new Error(`There is no place called ${words[1]}.`)
  const made = wrangler(['d1', 'create', 'timesheets', ...words, '--no-update-config'])
  if (!made.ok) throw new Error(`The database could not be created.\n${made.output}`)
  console.log(`Created the database timesheets (${words[1]}).`)
}

async function askResidence(): Promise<Residence> {
  const answer = await ask(
    [
      'There is no database yet. Where shall it live? This cannot be changed later.',
      '  eu    never leaves the European Union (jurisdiction)',
      '  weur  eeur  apac  oc  wnam  enam   near there (location)',
      '> ',
    ].join('\n'),
    'say where: `npm run deploy -- --jurisdiction eu`, or `--location weur`',
  )
  return jurisdictions.includes(answer) ? { jurisdiction: answer } : { location: answer }
}

/** Makes the secret when the Worker has none, after asking. An existing one is never touched: chains depend on it. */
export async function ensureSecret(name: string): Promise<void> {
  const known = wrangler(['secret', 'list', '--format', 'json'])
  if (known.ok && known.output.includes(`"${name}"`)) return
  const first = /10007|does not exist|doesn't exist|not found/i.test(known.output)
  if (!known.ok && !first) throw new Error(`The secrets could not be listed.\n${known.output}`)

  const answer = await ask(
    `The Worker has no ${name}. Make a random one? It stays on Cloudflare and is shown to nobody. (y/n) `,
    `put it first: \`npx wrangler secret put ${name}\``,
  )
  if (answer !== 'y' && answer !== 'yes') throw new Error(`Without ${name} the ledger cannot be signed.`)
  const put = wrangler(['secret', 'put', name], { input: randomBytes(48).toString('base64url') })
  if (!put.ok) throw new Error(`The secret could not be put.\n${put.output}`)
  console.log(`Made ${name}.`)
}

async function ask(question: string, otherwise: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(`Nobody is here to answer; ${otherwise}.`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(question)
  terminal.close()
  return answer.trim().toLowerCase()
}
