// DPoP (RFC 9449): a token that is bound to a key is worth nothing to whoever stole it without the key.
import {
  base64url,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose'
import { beforeAll, expect, it } from 'vitest'
import { call, tenant } from './api.ts'

let privateKey: CryptoKey
let jwk: JWK
let token: string
const url = 'http://localhost:8787/api/me'
const now = () => Math.floor(Date.now() / 1000)

const keyPair = async () => {
  const pair = await generateKeyPair('ES256', { extractable: true })
  return { privateKey: pair.privateKey, jwk: await exportJWK(pair.publicKey) }
}

beforeAll(async () => {
  ;({ privateKey, jwk } = await keyPair())
  token = await tenant.forge({ claims: { cnf: { jkt: await calculateJwkThumbprint(jwk) } } })
})

async function proof(claims: JWTPayload = {}, header: object = {}, key = privateKey, without: string[] = []) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  const ath = base64url.encode(new Uint8Array(hash))
  const all = { htm: 'GET', htu: url, iat: now(), jti: crypto.randomUUID(), ath, ...claims }
  return new SignJWT(Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name))))
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
    .sign(key)
}

const statusOf = async (dpop: string | null, scheme = 'DPoP', bearer = token) =>
  (
    await call('/api/me?x=1', {
      headers: { authorization: `${scheme} ${bearer}`, ...(dpop !== null && { dpop }) },
    })
  ).status

it('takes a bound token with a proof for this very request', async () => {
  expect(await statusOf(await proof())).toBe(200)
  expect(await statusOf(await proof({ iat: now() - 90 }))).toBe(200)
})

it('takes no bound token without the proof, or as a bearer token', async () => {
  expect(await statusOf(null)).toBe(401)
  expect(await statusOf(await proof(), 'Bearer')).toBe(401)
})

it('takes no plain token under the DPoP scheme', async () => {
  expect(await statusOf(await proof(), 'DPoP', await tenant.forge({}))).toBe(401)
})

it.each<[string, () => Promise<string>]>([
  ['for another method', () => proof({ htm: 'POST' })],
  ['for another address', () => proof({ htu: 'http://localhost:8787/api/changes' })],
  ['for another origin', () => proof({ htu: 'https://evil.example/api/me' })],
  ['for another token', () => proof({ ath: base64url.encode('another') })],
  ['without a token', () => proof({}, {}, privateKey, ['ath'])],
  ['of yesterday', () => proof({ iat: now() - 86_400 })],
  ['of tomorrow', () => proof({ iat: now() + 86_400 })],
  ['without an id', () => proof({}, {}, privateKey, ['jti'])],
  ['of another type', () => proof({}, { typ: 'JWT' })],
  ['by another key', async () => proof({}, { jwk: (await keyPair()).jwk })],
  [
    'by another key that it names',
    async () => {
      const thief = await keyPair()
      return proof({}, { jwk: thief.jwk }, thief.privateKey)
    },
  ],
  ['that shows its private key', async () => proof({}, { jwk: await exportJWK(privateKey) })],
  ['that is no proof', async () => 'abc'],
])('takes no proof %s', async (_, made) => {
  expect(await statusOf(await made())).toBe(401)
})
