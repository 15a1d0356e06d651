// The page where one picks who one is, and what follows from it: which of the wanted scopes the role grants.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Provider, errors } from 'oidc-provider'
import { apiScopes, cast, isWho, signInScopes, type Who } from './cast.ts'
import { peoplePage, problemPage } from './pages.ts'

/** Answers `/sign-in/...`; resolves to false for every other address. */
export async function answerInteraction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (!request.url?.startsWith('/sign-in/')) return false
  try {
    const { prompt, params, session } = await provider.interactionDetails(request, response)
    if (prompt.name === 'consent' && isWho(session?.accountId)) {
      const grantId = await grantByRole(provider, session.accountId, params)
      await provider.interactionFinished(request, response, { consent: { grantId } })
    } else if (request.method === 'POST') {
      const who = new URLSearchParams(await bodyOf(request)).get('who')
      const answer = isWho(who)
        ? { login: { accountId: who } }
        : { error: 'access_denied', error_description: 'nobody was picked' }
      await provider.interactionFinished(request, response, answer, { mergeWithLastSubmission: false })
    } else {
      show(response, 200, peoplePage(session?.accountId))
    }
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError)) throw error
    show(response, 400, problemPage('This sign-in has ended', 'Go back to the app and begin again.'))
  }
  return true
}

/** Consent is never asked for a first-party app; the role decides what is granted, whatever was asked for. */
async function grantByRole(provider: Provider, who: Who, params: Record<string, unknown>): Promise<string> {
  const wanted = new Set(String(params['scope'] ?? '').split(' '))
  const allowed: readonly string[] = cast[who].scopes
  const grant = new provider.Grant({ accountId: who, clientId: String(params['client_id']) })
  grant.addOIDCScope(signInScopes.filter((scope) => wanted.has(scope)).join(' '))
  for (const resource of [params['resource']].flat().map(String)) {
    const asked = apiScopes.filter((scope) => wanted.has(scope))
    grant.addResourceScope(resource, asked.filter((scope) => allowed.includes(scope)).join(' '))
    // A scope that is neither granted nor rejected would be asked for again, for ever.
    grant.rejectResourceScope(resource, asked.filter((scope) => !allowed.includes(scope)).join(' '))
  }
  return grant.save()
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk
    if (body.length > 4096) break
  }
  return body
}

function show(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
  })
  response.end(page)
}
