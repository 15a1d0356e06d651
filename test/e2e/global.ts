// The real thing for the end-to-end tests, started once: tenant, Worker, D1 and the built app, on free ports.
// It has data, build and state of its own, so that it may run beside `npm start`.
import { rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startDev } from '../scripts/dev.ts'
import { applyLocalMigrations } from '../scripts/migrations.ts'
import { seed } from '../scripts/seed.ts'
import { root } from '../scripts/settings.ts'
import { app, audience, machine } from '../tenant/cast.ts'
import { startTenant } from '../tenant/tenant.ts'
import '../tenant/provided.ts'

/** Runs once, in Node; what it returns runs at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const state = join(root, 'test', 'output', 'state')
  rmSync(state, { recursive: true, force: true })
  process.env['STATE'] = state
  applyLocalMigrations()

  const [port, linePort] = await freePorts()
  const worker = `http://localhost:${port}`
  // What people open: each test file has its own line (line.ts) to the Worker there.
  const origin = `http://localhost:${linePort}`
  const tenant = await startTenant({ origins: [worker, origin], control: true })
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
  await seed(worker, tenant.issuer)
  project.provide('tenant', { issuer: tenant.issuer, audience })
  project.provide('app', { origin, worker })
  return async () => {
    await dev.stop()
    await tenant.stop()
  }
}

async function freePorts(): Promise<[number, number]> {
  const [one, other] = [await listen(), await listen()]
  const ports: [number, number] = [portOf(one), portOf(other)]
  await Promise.all([one, other].map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

async function listen() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen({ port: 0, host: 'localhost' }, resolve))
  return server
}

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
