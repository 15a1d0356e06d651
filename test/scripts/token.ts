// `npm run token -- ada`: an access token of the stand-in tenant that `npm start` brings along, to try the API by hand.
import { cast, isWho } from '../tenant/cast.ts'
import { signIn } from '../tenant/sign-in.ts'

const who = process.argv[2] ?? 'ada'
const [port, tenantPort] = [process.env['PORT'] ?? '8787', process.env['TENANT_PORT'] ?? '9000']
if (isWho(who)) {
  const { access_token } = await signIn(`http://localhost:${tenantPort}`, who, {
    origin: `http://localhost:${port}`,
  })
  console.log(access_token)
} else {
  console.error(`Nobody is called ${who}; there are ${Object.keys(cast).join(', ')}.`)
  process.exitCode = 1
}
