// `npm start`: the whole product on this machine, with a tenant of its own unless .dev.vars names another.
import { createServer } from 'node:net'
import { join } from 'node:path'
import { app, audience, cast, machine } from '../tenant/cast.ts'
import type { Policy } from '../tenant/provider.ts'
import { startTenant } from '../tenant/tenant.ts'
import { type Dev, startDev } from './dev.ts'
import { applyLocalMigrations, stateFolder } from './migrations.ts'
import { seed } from './seed.ts'
import { readSettings, root, type Settings } from './settings.ts'

const port = portOf('PORT', 8787)
const tenantPort = portOf('TENANT_PORT', 9000)
const own = readSettings('.dev.vars')
const localSecret = 'for development only, and the same on every start'
const stop: (() => Promise<void>)[] = []
let ending = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))

try {
  await mustBeFree(port, 'PORT')
  if (!own.ISSUER) await mustBeFree(tenantPort, 'TENANT_PORT')
  await start()
} catch (error) {
  console.error(`\n${(error as Error).message}`)
  await end(1)
}

async function start(): Promise<void> {
  say('Preparing the database ...')
  applyLocalMigrations()
  const settings = { LEDGER_SECRET: localSecret, ...(own.ISSUER ? own : { ...(await standIn()), ...own }) }
  say('Building the app ...')
  const dev = await startDev({
    port,
    settings,
    state: stateFolder(),
    dist: process.env['DIST'] ?? join(root, 'web', 'dist'),
    heard: pass,
  })
  stop.unshift(() => dev.stop())
  if (!own.ISSUER && settings.ISSUER) await seed(dev.origin, settings.ISSUER)
  welcome(dev, settings)
  await dev.ended
  if (!ending) throw new Error('wrangler dev has ended by itself; what it said stands above.')
}

/** Starts the stand-in tenant. Answers the settings that make the Worker trust it. */
async function standIn(): Promise<Settings> {
  const tenant = await startTenant({
    port: tenantPort,
    origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    storage: join(stateFolder(), 'tenant.sqlite'),
    ...tenantPolicy(),
  })
  stop.push(() => tenant.stop())
  return {
    ISSUER: tenant.issuer,
    AUDIENCE: audience,
    CLIENT_ID: app,
    MACHINES: machine.id,
  }
}

/** How the stand-in treats tokens, for trying what other tenants do: TENANT_ROTATION, TENANT_TOKEN_SECONDS. */
function tenantPolicy(): Partial<Policy> {
  const { TENANT_ROTATION: rotation, TENANT_TOKEN_SECONDS: seconds } = process.env
  const policy: Partial<Policy> = {}
  if (rotation === 'rotate' || rotation === 'overlap' || rotation === 'dpop') policy.rotation = rotation
  else if (rotation) throw new Error(`TENANT_ROTATION is ${rotation}; there are rotate, overlap and dpop.`)
  if (seconds) policy.accessTokenSeconds = Number(seconds)
  return policy
}

function welcome({ origin }: Dev, settings: Settings): void {
  const people = Object.values(cast).map(({ name, role }) => `    ${name.padEnd(18)}${role}`)
  const who = own.ISSUER
    ? [`  Sign in at ${settings.ISSUER}.`]
    : ['  Sign in as', ...people, '', `  The stand-in tenant is ${settings.ISSUER}. There are no passwords.`]
  say(
    [
      '',
      `  Timesheets   ${origin}`,
      '',
      ...who,
      '  Data is kept between starts. Ctrl-C ends it all.',
      '',
    ].join('\n'),
  )
}

/** Requests, warnings and errors; wrangler's tables and banners would drown them. */
function pass(line: string): void {
  if (/\b(GET|POST|PUT|DELETE|PATCH|OPTIONS) \/api\//.test(line)) say(line.replace('[wrangler:info] ', '  '))
  else if (/warn|error|✘|✗|fail/i.test(line)) say(line)
}

async function mustBeFree(number: number, name: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        taken
          ? new Error(`Port ${number} is busy. Choose another one: ${name}=${number + 1} npm start`)
          : error,
      )
    })
    server.listen({ port: number, host: 'localhost' }, resolve)
  })
  await new Promise((resolve) => server.close(resolve))
}

function portOf(name: string, usual: number): number {
  const text = process.env[name]
  const number = Number(text ?? usual)
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number
  console.error(`${name} is ${text}, which is no port.`)
  return process.exit(1)
}

async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await Promise.allSettled(stop.map((one) => one()))
  process.exit(code)
}

function say(text: string): void {
  console.log(text)
}
