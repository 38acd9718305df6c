// Three unmodified npm clients submit, find, list, replace and cancel orders, and receive their fills.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { AlpacaClient, AlpacaStream } from '@master-chief/alpaca'

const require = createRequire(import.meta.url)
const base = process.argv[2]
const ws = base.replace('http:', 'ws:')
const keyId = 'SIM-KEY'
const secret = 'SIM-SECRET'
const bounded = (promise, what) =>
  Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error('no ' + what)), 15000))])

async function v4() {
  const { trading, streaming } = require('alpaca4')
  const config = new trading.Configuration({ basePath: base, keyId, secret })
  const orders = new trading.OrdersApi(config)
  const stream = new streaming.TradingStream({ credentials: { keyId, secret }, url: ws + '/stream' })
  const filled = new Promise(yes => stream.onTradeUpdate(u => u.event === 'fill' && yes(u)))
  stream.subscribeTradeUpdates()
  const ready = new Promise(yes => stream.onStateChange?.(s => s === 'authenticated' && yes()))
  await stream.connect()
  await Promise.race([ready, new Promise(yes => setTimeout(yes, 1000))])
  const clientOrderId = 'v4 a b/c ' + Date.now()
  await orders.postOrder({ postOrderRequest: { symbol: 'AAPL', qty: '1', side: 'buy', type: 'market', timeInForce: 'day', clientOrderId } })
  await bounded(filled, 'fill on v4 stream')
  const found = await orders.getOrderByClientOrderId({ clientOrderId })
  assert.equal(found.status, 'filled')
  const resting = await orders.postOrder({ postOrderRequest: { symbol: 'AAPL', qty: '1', side: 'buy', type: 'limit', limitPrice: '5', timeInForce: 'gtc' } })
  const successor = await orders.patchOrderByOrderId({ orderId: resting.id, patchOrderRequest: { limitPrice: '6' } })
  assert.equal(successor.replaces, resting.id)
  await orders.deleteOrderByOrderID({ orderId: successor.id })
  assert.ok((await orders.getAllOrders({ status: 'all' })).length >= 3)
  stream.disconnect()
}

async function v3() {
  const Alpaca = require('alpaca3')
  const alpaca = new Alpaca({ keyId, secretKey: secret, paper: true, baseUrl: base, dataBaseUrl: base, dataStreamUrl: ws })
  const stream = alpaca.trade_ws
  const filled = new Promise(yes => stream.onOrderUpdate(u => u.event === 'fill' && yes(u)))
  const listening = new Promise(yes => stream.onConnect(() => { stream.subscribe(['trade_updates']); setTimeout(yes, 500) }))
  stream.connect()
  await bounded(listening, 'v3 stream')
  await alpaca.createOrder({ symbol: 'MSFT', qty: 1, side: 'buy', type: 'market', time_in_force: 'day' })
  await bounded(filled, 'fill on v3 stream')
  const resting = await alpaca.createOrder({ symbol: 'MSFT', qty: 1, side: 'buy', type: 'limit', limit_price: 5, time_in_force: 'gtc' })
  const successor = await alpaca.replaceOrder(resting.id, { limit_price: 6 })
  await alpaca.cancelOrder(successor.id)
  assert.equal((await alpaca.getPosition('MSFT')).qty, '1')
  stream.disconnect()
}

async function masterChief() {
  const credentials = { key: keyId, secret, paper: true }
  const endpoints = { rest: { account: base + '/v2', beta: base + '/v1beta1', market_data_v2: base + '/v2', market_data_v1: base + '/v1' }, websocket: { account: ws + '/stream', market_data: () => ws } }
  const client = new AlpacaClient({ credentials, endpoints })
  const stream = new AlpacaStream({ credentials, endpoints, type: 'account' })
  const filled = new Promise(yes => stream.on('trade_updates', u => u.event === 'fill' && yes(u)))
  await bounded(new Promise(yes => stream.once('authenticated', yes)), 'master-chief stream')
  stream.subscribe('trade_updates')
  await new Promise(yes => setTimeout(yes, 300))
  await client.placeOrder({ symbol: 'SPY', qty: 1, side: 'buy', type: 'market', time_in_force: 'day' })
  await bounded(filled, 'fill on master-chief stream')
  const resting = await client.placeOrder({ symbol: 'SPY', qty: 1, side: 'buy', type: 'limit', limit_price: 5, time_in_force: 'gtc' })
  await client.replaceOrder({ order_id: resting.id, limit_price: 6 })
  assert.equal((await client.cancelOrders()).length, 1)
  await client.closePosition({ symbol: 'SPY' })
  stream.getConnection().close()
}

let failed = 0
for (const [name, proof] of Object.entries({ v4, v3, masterChief })) {
  try {
    await proof()
    console.log('ok ' + name)
  } catch (e) {
    failed++
    console.log('FAILED ' + name, e)
  }
  await new Promise(yes => setTimeout(yes, 500))
}
process.exit(failed)
