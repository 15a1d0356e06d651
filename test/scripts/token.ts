// `npm run --silent token ada`: an access token of the stand-in tenant that `npm start` brings along, to try the API by hand.
import { cast, isWho, type Who } from '../tenant/cast.ts'
import { signIn } from '../tenant/sign-in.ts'

const origin = `http://localhost:${process.env['PORT'] ?? '8787'}`
const issuer = `http://localhost:${process.env['TENANT_PORT'] ?? '9000'}`

const who = process.argv[2]
if (isWho(who)) await print(who)
else fail(`Say for whom: ${Object.keys(cast).join(', ')}.`)

async function print(someone: Who): Promise<void> {
  try {
    const { access_token, id_token: idToken } = await signIn(issuer, someone, { origin })
    // As every client should: a first call that says no name makes a person beside the one who was made ahead.
    await fetch(`${origin}/api/me`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ idToken }),
    })
    console.log(access_token)
  } catch (error) {
    fail(`${(error as Error).message}. Is \`npm start\` running, with the same PORT and TENANT_PORT?`)
  }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
