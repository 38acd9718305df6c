// Four unmodified npm clients trade, receive their fills, and read market data with its streams.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { AlpacaClient, AlpacaStream } from '@master-chief/alpaca'
import ccxt from 'ccxt'

const require = createRequire(import.meta.url)
const base = process.argv[2]
const ws = base.replace('http:', 'ws:')
const keyId = process.argv[3] ?? 'SIM-KEY'
const secret = process.argv[4] ?? 'SIM-SECRET'
// Through Lockstep's gateway, watchlists are read-only.
const gateway = process.argv[5] === 'gateway'
const bounded = (promise, what) =>
  Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error('no ' + what)), 60000))])

// No client reports when the server has taken its subscription, so orders are submitted until a fill arrives.
async function untilFilled(submit, filled, what) {
  await submit()
  const again = setInterval(() => submit().catch(() => {}), 3000)
  try {
    return await bounded(filled, what)
  } finally {
    clearInterval(again)
  }
}

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
  let count = 0
  const buy = () => orders.postOrder({ postOrderRequest: { symbol: 'AAPL', qty: '1', side: 'buy', type: 'market', timeInForce: 'day', clientOrderId: clientOrderId + (count++ || '') } })
  await untilFilled(buy, filled, 'fill on v4 stream')
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
  const buy = () => alpaca.createOrder({ symbol: 'MSFT', qty: 1, side: 'buy', type: 'market', time_in_force: 'day' })
  await untilFilled(buy, filled, 'fill on v3 stream')
  const resting = await alpaca.createOrder({ symbol: 'MSFT', qty: 1, side: 'buy', type: 'limit', limit_price: 5, time_in_force: 'gtc' })
  const successor = await alpaca.replaceOrder(resting.id, { limit_price: 6 })
  await alpaca.cancelOrder(successor.id)
  assert.ok(Number((await alpaca.getPosition('MSFT')).qty) >= 1)
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
  const buy = () => client.placeOrder({ symbol: 'SPY', qty: 1, side: 'buy', type: 'market', time_in_force: 'day' })
  await untilFilled(buy, filled, 'fill on master-chief stream')
  const resting = await client.placeOrder({ symbol: 'SPY', qty: 1, side: 'buy', type: 'limit', limit_price: 5, time_in_force: 'gtc' })
  await client.replaceOrder({ order_id: resting.id, limit_price: 6 })
  assert.equal((await client.cancelOrders()).length, 1)
  await client.closePosition({ symbol: 'SPY' })
  stream.getConnection().close()
}

const daysAgo = days => new Date(Date.now() - days * 86400e3)

async function v4Data() {
  const { trading, marketData, streaming } = require('alpaca4')
  const config = { basePath: base, keyId, secret }
  const data = new marketData.Configuration(config)
  const stocks = new marketData.StockApi(data)
  const { bars } = await stocks.stockBars({ symbols: 'AAPL,MSFT', timeframe: '1Week', start: daysAgo(365) })
  assert.ok(bars.AAPL.length > 50 && bars.MSFT.length > 50)
  assert.ok((await stocks.stockSnapshots({ symbols: 'AAPL' })).AAPL.prevDailyBar.c > 0)
  assert.ok((await stocks.stockQuotes({ symbols: 'AAPL', start: daysAgo(1), limit: 5 })).quotes.AAPL.length === 5)
  assert.ok((await stocks.stockAuctions({ symbols: 'AAPL', start: daysAgo(10) })).auctions.AAPL.length > 3)
  const books = await new marketData.CryptoApi(data).cryptoLatestOrderbooks({ loc: 'us', symbols: 'BTC/USD' })
  assert.equal(books.orderbooks['BTC/USD'].a.length, 10)
  assert.ok((await new marketData.NewsApi(data).news({ limit: 5 })).news.length === 5)
  assert.ok((await new marketData.ScreenerApi(data).mostActives({ top: 5 })).mostActives.length === 5)
  if (!gateway) {
    const lists = new trading.WatchlistsApi(new trading.Configuration(config))
    const list = await lists.postWatchlist({ createWatchlistRequest: { name: 'v4', symbols: ['AAPL'] } })
    await lists.addAssetToWatchlist({ watchlistId: list.id, addAssetToWatchlistRequest: { symbol: 'MSFT' } })
    assert.equal((await lists.getWatchlistById({ watchlistId: list.id })).assets.length, 2)
    await lists.deleteWatchlistById({ watchlistId: list.id })
  }
  const stream = new streaming.StockDataStream({ credentials: { keyId, secret }, url: ws + '/v2/iex' })
  const trade = new Promise(yes => stream.onTrade(yes))
  await stream.connect()
  stream.subscribeForTrades(['AAPL'])
  assert.equal((await bounded(trade, 'trade on v4 data stream')).symbol, 'AAPL')
  stream.disconnect()
}

// Its hosts are fixed, so its requests are redirected; its streams take no address at all.
async function v4Facade() {
  const { Alpaca, TimeFrame } = require('alpaca4')
  const fetchApi = (url, init) => fetch(String(url).replace(/https:\/\/[a-z-]+\.alpaca\.markets/, base), init)
  const alpaca = new Alpaca({ keyId, secret, fetchApi })
  assert.equal((await alpaca.trading.validateConnection()).ok, true)
  const entry = { symbol: 'QQQ', qty: 1, side: 'buy' }
  assert.equal((await alpaca.trading.orders.market(entry)).symbol, 'QQQ')
  assert.equal((await alpaca.trading.orders.limit({ ...entry, limitPrice: 5 })).type, 'limit')
  const bracket = { ...entry, takeProfit: { limitPrice: 2000 }, stopLoss: { stopPrice: 10 } }
  assert.equal((await alpaca.trading.orders.bracket(bracket)).legs.length, 2)
  assert.ok((await alpaca.marketData.getLatestPrice('QQQ')) > 0)
  const bars = { symbols: 'AAPL,MSFT', timeframe: TimeFrame.Day, start: daysAgo(30) }
  assert.ok((await alpaca.marketData.collectStockBarsBySymbol(bars)).MSFT.length > 15)
  assert.ok((await alpaca.marketData.collectNews({ symbols: 'AAPL', start: daysAgo(90) })).length > 0)
  let fills = 0
  for await (const _ of alpaca.trading.iterateActivities({ activityTypes: ['FILL'] })) fills++
  assert.ok(fills > 0)
  const held = await alpaca.trading.positions.getAllOpenPositions()
  assert.ok(held.some(position => position.symbol === 'QQQ'))
  await alpaca.trading.closeAllPositions({ cancelOrders: true })
}

async function v3Data() {
  const Alpaca = require('alpaca3')
  // Its data stream insists on TLS, which a loopback address does not have.
  const alpaca = new Alpaca({ keyId, secretKey: secret, paper: true, baseUrl: base, dataBaseUrl: base, dataStreamUrl: ws })
  const bars = []
  const timeframe = alpaca.newTimeframe(1, alpaca.timeframeUnit.DAY)
  for await (const bar of alpaca.getBarsV2('AAPL', { start: daysAgo(730).toISOString(), timeframe })) bars.push(bar)
  assert.ok(bars.length > 490)
  assert.equal((await alpaca.getSnapshots(['AAPL', 'MSFT'])).length, 2)
  assert.ok((await alpaca.getNews({ symbols: ['AAPL'] })).length > 0)
  assert.ok((await alpaca.getCryptoBars(['BTC/USD'], { start: daysAgo(9).toISOString(), timeframe: '1Day' })).get('BTC/USD').length > 7)
}

async function ccxtPro() {
  const pair = 'BTC/USD'
  const exchange = new ccxt.pro.alpaca({ apiKey: keyId, secret, enableRateLimit: false })
  for (const host of ['broker', 'trader', 'market']) exchange.urls.api[host] = base
  exchange.urls.api.ws = { crypto: ws + '/v1beta2/crypto', trading: ws + '/stream' }
  await exchange.loadHttpProxyAgent()
  await exchange.loadMarkets()
  assert.equal((await exchange.fetchOHLCV(pair, '1d', daysAgo(400).getTime(), 300)).length, 300)
  assert.equal((await exchange.fetchOHLCV(pair, '1m', daysAgo(1).getTime(), 50)).length, 50)
  assert.ok((await exchange.fetchTicker(pair)).last > 0)
  assert.equal((await exchange.fetchOrderBook(pair)).asks.length, 10)
  assert.ok((await exchange.fetchTrades(pair, daysAgo(1).getTime(), 10)).length === 10)
  assert.ok((await exchange.fetchBalance()).USD.free > 0)
  const resting = await exchange.createOrder(pair, 'limit', 'buy', 0.01, 1500)
  const edited = await exchange.editOrder(resting.id, pair, 'limit', 'buy', 0.01, 1600)
  assert.equal((await exchange.fetchOpenOrders(pair)).length, 1)
  await exchange.cancelOrder(edited.id)
  assert.ok((await bounded(exchange.watchTicker(pair), 'ticker on ccxt stream')).bid > 0)
  assert.ok((await bounded(exchange.watchTrades(pair), 'trade on ccxt stream')).length > 0)
  assert.equal((await bounded(exchange.watchOrderBook(pair), 'book on ccxt stream')).bids.length, 10)
  const filled = exchange.watchMyTrades(pair)
  await new Promise(yes => setTimeout(yes, 1500))
  const fills = await untilFilled(() => exchange.createOrder(pair, 'market', 'buy', 0.01), filled, 'fill on ccxt stream')
  assert.ok(fills.length >= 1)
  assert.ok((await exchange.fetchMyTrades(pair)).length > 0)
  await exchange.close()
}

let failed = 0
for (const [name, proof] of Object.entries({ v4, v3, masterChief, v4Data, v3Data, ccxtPro, v4Facade })) {
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
