// The page starts: what is on this device is shown first, everything that needs a network comes after.
import { render } from 'preact'
import { App } from './app.tsx'
import { text } from './messages.ts'
import { followOthersApprovals } from './parts/approved-already.ts'
import { followAddress } from './state/address.ts'
import { followBadge } from './state/badge.ts'
import { followClock } from './state/clock.ts'
import { followCopy } from './state/copy.ts'
import { followDelivery } from './state/delivery.ts'
import { followInstallation } from './state/install.ts'
import { followCause } from './state/notice.ts'
import { followRoom } from './state/room.ts'
import { followNotices } from './state/notices.ts'
import { followTimer } from './state/timer.ts'
import { followUpdates } from './state/update.ts'

document.documentElement.lang = text.language
followInstallation()
followAddress()
followClock()
followCause()
followRoom()

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')
render(<App />, root)

await followCopy()
followTimer()
followNotices()
followOthersApprovals()
followBadge()
followDelivery()
await followUpdates()
