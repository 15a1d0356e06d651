// The page starts: what is on this device is shown first, everything that needs a network comes after.
import { render } from 'preact'
import { App } from './app.tsx'
import { followAddress } from './state/address.ts'
import { followClock } from './state/clock.ts'
import { followCopy } from './state/copy.ts'
import { followDelivery } from './state/delivery.ts'
import { followInstallation } from './state/install.ts'
import { followCause } from './state/notice.ts'
import { followUpdates } from './state/update.ts'

followInstallation()
followAddress()
followClock()
followCause()

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')
render(<App />, root)

await followCopy()
followDelivery()
await followUpdates()
