// A database connection that died without a word, as WebKit's do in the background.
import type { Device } from '../../web/data/device.ts'
import { transact } from '../../web/data/database.ts'

/** Closes the connection that the app believes to be open. */
export async function endConnection(device: Device): Promise<void> {
  await transact(device, 'readonly', ['settings'], async (transaction) => {
    transaction.db.close()
  })
}
