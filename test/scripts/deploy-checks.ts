// What must hold before anything is deployed, as far as it can be known without the account.
import { unstable_readConfig } from 'wrangler'
import { parseFile, root, secrets, type Settings } from './settings.ts'

/** Why these settings must not go to production; empty when they may. */
export function checkSettings(settings: Settings, file: string): string[] {
  const written = parseFile(file)
  const problems: string[] = []
  for (const name of ['ISSUER', 'AUDIENCE', 'CLIENT_ID'] as const) {
    if (!settings[name])
      problems.push(`${name} is missing. Copy .dev.vars.example to ${file} and fill it in.`)
  }
  for (const name of ['ISSUER', 'JWKS_URI', 'TENANT_ORIGINS', 'ORIGINS'] as const) {
    for (const address of wordsOf(settings[name])) {
      if (!isPublic(address))
        problems.push(`${name} is ${address}: it must be https and not on this machine.`)
    }
  }
  for (const name of secrets) {
    if (written[name])
      problems.push(`${name} stands in ${file}. Secrets are put with \`npx wrangler secret put ${name}\`.`)
  }
  const config = JSON.stringify(unstable_readConfig({ config: `${root}wrangler.toml` }))
  if (config.includes('"CLOCK"') || written['CLOCK'] || process.env['CLOCK']) {
    problems.push("CLOCK is bound. It is a clock for tests; in production time is nobody's to choose.")
  }
  return problems
}

/** What is remarkable about the tenant as it answers now. Throws when it is plainly not what ISSUER says. */
export async function checkTenant({ ISSUER = '', TENANT_ORIGINS, JWKS_URI }: Settings): Promise<string[]> {
  const address = `${ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`
  const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
  if (!answer?.ok) return [`${address} does not answer, so the tenant was not checked.`]
  const tenant = (await answer.json()) as Record<string, string>
  if (tenant['issuer'] !== ISSUER) {
    throw new Error(
      `The tenant calls itself ${tenant['issuer']}, and ISSUER is ${ISSUER}. They must be the same to the letter.`,
    )
  }
  const allowed = new Set([ISSUER, ...wordsOf(TENANT_ORIGINS)].map((origin) => new URL(origin).origin))
  // The page and the service worker ask these; the CSP lets them reach no other.
  const asked = [tenant['token_endpoint'], tenant['revocation_endpoint'], JWKS_URI ?? tenant['jwks_uri']]
  return [...new Set(asked.flatMap((endpoint) => (endpoint ? [new URL(endpoint).origin] : [])))]
    .filter((origin) => !allowed.has(origin))
    .map((origin) => `The tenant also answers at ${origin}. If sign-in fails, add it to TENANT_ORIGINS.`)
}

function wordsOf(text = ''): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}

function isPublic(address: string): boolean {
  const url = URL.parse(address)
  const here = /^(localhost|.*\.localhost|.*\.local|127\..*|0\.0\.0\.0|\[::1?\])$/
  return url?.protocol === 'https:' && !here.test(url.hostname)
}
