// Ending a session at the tenant (OpenID Connect RP-Initiated Logout).
import type { KoaContextWithOIDC } from 'oidc-provider'
import { signOutPage, signedOut } from './pages.ts'

/**
 * With an `id_token_hint` of the person who is signed in nothing is left to ask: the session ends and the browser
 * goes back to the app. Without one the person confirms, because any page could have sent them here.
 */
export async function signOutByHint(c: KoaContextWithOIDC, form: string): Promise<void> {
  const { session, entities, params, provider } = c.oidc
  const hint: unknown = entities['IdTokenHint']?.['payload']
  const meant = typeof hint === 'object' && hint && 'sub' in hint && hint.sub === session?.accountId
  if (!session || !meant) {
    c.body = signOutPage(form)
    return
  }

  for (const { grantId } of Object.values(session.authorizations ?? {})) {
    if (!grantId) continue
    await provider.RefreshToken.revokeByGrantId(grantId)
    await (await provider.Grant.find(grantId))?.destroy()
  }
  await session.destroy()
  c.cookies.set(provider.cookieName('session'), null)
  const back = params?.['post_logout_redirect_uri']
  c.redirect(back ? withState(String(back), params['state']) : provider.urlFor('end_session_success'))
}

function withState(address: string, state: unknown): string {
  const url = new URL(address)
  if (typeof state === 'string') url.searchParams.set('state', state)
  return url.href
}

/** Shown when there was no address to go back to. */
export function signedOutPage(c: KoaContextWithOIDC): void {
  c.body = signedOut()
}
