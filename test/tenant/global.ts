// Starts the tenant for the tests of the Worker and of the device, and tells them
// where it is.
import type { TestProject } from 'vitest/node'
import { startTenant } from './tenant.ts'
import './provided.ts'

/** Runs once, in Node. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const tenant = await startTenant({ origins: ['http://localhost:8787'], control: true })
  project.provide('tenant', { issuer: tenant.issuer, audience: tenant.audience })
  return tenant.stop
}
