// An unmodified npm client submits orders while answers are lost and the process behind the URL dies. It acts on each
// answer as its documentation says: it repeats an order without an answer under the same client order id, and looks up
// an order whose id is taken. Prints what it knows at the end as one JSON line.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { trading } = require('alpaca4')
const [base, keyId, secret, count, callers] = process.argv.slice(2)
const orders = new trading.OrdersApi(
  new trading.Configuration({ basePath: base, keyId, secret, retry: { maxRetries: 5, retryDelayMs: 100 } }))
const pause = millis => new Promise(yes => setTimeout(yes, millis))
const end = Date.now() + 240e3 + Number(count) * 200
const ids = {}
const unexpected = []
let repeated = 0

async function submit(clientOrderId) {
  const postOrderRequest = { symbol: 'AAPL', qty: '0.1', side: 'buy', type: 'market', timeInForce: 'day', clientOrderId }
  for (let wait = 50; Date.now() < end; wait = Math.min(wait * 2, 1000)) {
    try {
      return (await orders.postOrder({ postOrderRequest })).id
    } catch (error) {
      if (error.status === 422 && /must be unique/.test(error.message)) {
        return (await orders.getOrderByClientOrderId({ clientOrderId })).id
      }
      if (error.status !== undefined && error.status !== 503) {
        unexpected.push(error.status + ' ' + error.message)
        return undefined
      }
      repeated++
      await pause(wait)
    }
  }
  unexpected.push('no answer for ' + clientOrderId)
  return undefined
}

async function settled(clientOrderId) {
  while (Date.now() < end) {
    try {
      const order = await orders.getOrderByClientOrderId({ clientOrderId })
      if (['filled', 'canceled', 'rejected', 'expired'].includes(order.status)) return order.status
    } catch (error) {
      if (error.status !== undefined && error.status !== 503) return error.status + ' ' + error.message
    }
    await pause(200)
  }
  return 'not settled'
}

let next = 0
async function caller() {
  while (next < Number(count)) {
    const name = 'chaos-' + next++
    ids[name] = await submit(name)
    if (next % 20 === 0) console.log('submitted ' + next)
  }
}
await Promise.all(Array.from({ length: Number(callers) }, caller))
const statuses = {}
for (const name of Object.keys(ids)) {
  const status = await settled(name)
  statuses[status] = (statuses[status] ?? 0) + 1
}
console.log('RESULT ' + JSON.stringify({ ids, statuses, unexpected, repeated }))
