import { env } from 'cloudflare:workers'
import { expect, inject, it } from 'vitest'
import { signIn } from '../tenant/sign-in.ts'
import { tenantAt } from '../tenant/remote.ts'

it('reaches the tenant from workerd', async () => {
  const { issuer } = inject('tenant')
  expect(env['ISSUER']).toBe(issuer)
  const tokens = await signIn(issuer, 'ada')
  expect(tokens.scope).toContain('read:timesheets')
  const forged = await tenantAt(issuer).forge({ claims: { sub: '' } })
  expect(forged.split('.')).toHaveLength(3)
  expect(await env.DB.prepare('SELECT 1 AS one').first('one')).toBe(1)
})
