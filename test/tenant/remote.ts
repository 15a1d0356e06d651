// The tenant's handle for tests that cannot hold it: inside workerd, or in another process. Fetch only.
import type { Answered, Refreshes, Tenant } from './tenant.ts'

/** Like the handle that `startTenant` returns, each answer a promise. */
export interface RemoteTenant {
  endSessions(...who: Parameters<Tenant['endSessions']>): Promise<void>
  change(...policy: Parameters<Tenant['change']>): Promise<void>
  forge(...forgery: Parameters<Tenant['forge']>): Promise<string>
  counts(): Promise<Record<string, Refreshes>>
  log(): Promise<Answered[]>
}

/** The tenant at `issuer`, which must have been started with `control: true`. */
export function tenantAt(issuer: string): RemoteTenant {
  const ask = async (command: string, argument?: unknown) => {
    const answer = await fetch(`${issuer}/test/${command}`, {
      method: 'POST',
      ...(argument === undefined ? {} : { body: JSON.stringify(argument) }),
    })
    if (!answer.ok) throw new Error(`tenant: ${command} answered ${answer.status}`)
    return answer.json()
  }
  return {
    endSessions: async (who) => void (await ask('end-sessions', who)),
    change: async (policy) => void (await ask('change', policy)),
    forge: async (forgery) => String(await ask('forge', forgery)),
    counts: async () => (await ask('counts')) as Record<string, Refreshes>,
    log: async () => (await ask('log')) as Answered[],
  }
}
