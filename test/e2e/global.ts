// The real thing for the end-to-end tests, started once: tenant, Worker, D1 and the built app, on free ports.
// It has data, build and state of its own, so that it may run beside `npm start`.
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startDev } from '../scripts/dev.ts'
import { applyLocalMigrations } from '../scripts/migrations.ts'
import { seed } from '../scripts/seed.ts'
import { root } from '../scripts/settings.ts'
import { app, audience, machine, type Who } from '../tenant/cast.ts'
import { signIn } from '../tenant/sign-in.ts'
import { startTenant } from '../tenant/tenant.ts'
import '../tenant/provided.ts'

/** Runs once, in Node; what it returns runs at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const state = join(root, 'test', 'output', 'state')
  rmSync(state, { recursive: true, force: true })
  process.env['STATE'] = state
  applyLocalMigrations()

  const [port, linePort] = [await freePort(), await freePort()]
  const worker = `http://localhost:${port}`
  // What people open: each test file has its own line (line.ts) to the Worker there.
  const origin = `http://localhost:${linePort}`
  const tenant = await startTenant({ origins: [worker, origin], control: true })
  const stop: (() => Promise<void>)[] = [tenant.stop]
  const stopAll = async () => {
    for (const each of stop.splice(0).toReversed()) await each()
  }
  try {
    const dev = await startDev({
      port,
      settings: {
        ISSUER: tenant.issuer,
        AUDIENCE: audience,
        CLIENT_ID: app,
        MACHINES: machine.id,
        LEDGER_SECRET: 'a secret of the tests, 32 bytes or more',
      },
      state,
      dist: join(root, 'test', 'output', 'app'),
      heard: (line) => /error|✘/i.test(line) && console.error(line),
    })
    stop.push(() => dev.stop())
    await seed(worker, tenant.issuer)
    for (const who of ['ada', 'lin', 'grace'] as const) await introduce(worker, tenant.issuer, who)
  } catch (error) {
    // What was started would keep the test run from ending.
    await stopAll()
    throw error
  }
  project.provide('tenant', { issuer: tenant.issuer, audience })
  project.provide('app', { origin, worker })
  return stopAll
}

/** Somebody's first sign-in: from now on a test that asks the API in their name, and no app, meets the same person. */
async function introduce(origin: string, issuer: string, who: Who): Promise<void> {
  const { access_token, id_token } = await signIn(issuer, who, { origin })
  const answer = await fetch(`${origin}/api/me`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ idToken: id_token }),
  })
  if (!answer.ok) throw new Error(`/api/me answered ${answer.status}: ${await answer.text()}`)
}

/** A port that nobody listens on, below those that systems hand out for connections, or one might take it meanwhile. */
async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  const server = createServer()
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, () => resolve(true))
  })
  if (!isFree) return freePort()
  await new Promise((resolve) => server.close(resolve))
  return port
}
