// Who the stand-in tenant knows, and what their role lets them ask of the API.
// What a scope means is the API's business; this is only a list of grants, as an administrator of a real tenant keeps it.

const ours = [
  'read:timesheets',
  'create:timesheets',
  'delete:timesheets',
  'approve:timesheets',
  'manage:projects',
  'manage:people',
] as const

/** A scope of the Timesheets API. */
type ApiScope = (typeof ours)[number]

/** Every scope of the API that the tenant can grant. */
export const apiScopes: readonly ApiScope[] = ours

/** The scopes that concern the sign-in itself and are granted to everybody. */
export const signInScopes = ['openid', 'profile', 'email', 'offline_access'] as const

const logs: ApiScope[] = ['read:timesheets', 'create:timesheets', 'delete:timesheets']

/** One account of the tenant; its key is the `sub` of its tokens. */
interface Account {
  name: string
  email: string
  /** The role as the sign-in page says it. */
  role: string
  scopes: readonly ApiScope[]
}

/** The people, by `sub`. */
export const cast = {
  ada: { name: 'Ada Brandt', email: 'ada@abc.example', role: 'Employee', scopes: logs },
  lin: { name: 'Lin Okafor', email: 'lin@abc.example', role: 'Contractor', scopes: logs },
  grace: {
    name: 'Grace Moreau',
    email: 'grace@abc.example',
    role: 'Approver, manages Ada and Lin',
    scopes: [...logs, 'approve:timesheets'],
  },
  pay: { name: 'Pay Sandoval', email: 'pay@abc.example', role: 'Payroll', scopes: ['read:timesheets'] },
  root: { name: 'Root Halvorsen', email: 'root@abc.example', role: 'Administrator', scopes: ours },
  mallory: { name: 'Mallory Quist', email: 'mallory@abc.example', role: 'No role in Timesheets', scopes: [] },
} as const satisfies Record<string, Account>

/** The `sub` of somebody in the cast. */
export type Who = keyof typeof cast

/** Whether the tenant has an account with this `sub`. */
export function isWho(sub: unknown): sub is Who {
  return typeof sub === 'string' && Object.hasOwn(cast, sub)
}

/** The app itself: a public client, as an app without a server is. */
export const app = 'timesheets-app'

/** A public client of the same tenant that the API has never heard of. */
export const stranger = 'other-app'

/** A batch job; it acts for itself by client credentials. The secret is public knowledge, as everything here. */
export const machine = {
  id: 'erp-import',
  secret: 'erp-import-secret-for-development',
  scopes: ['read:timesheets', 'create:timesheets'],
} as const

/** What the API is called in the tenant; tokens for it carry this as `aud`. */
export const audience = 'https://timesheets.abc.example/api'

/** Another API of the same tenant: its tokens are well signed and not for us. */
export const otherAudience = 'https://payroll.abc.example/api'
