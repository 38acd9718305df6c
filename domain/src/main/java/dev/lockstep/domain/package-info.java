/**
 * Orders that are never lost and never sent twice: the order with its life cycle, and the use cases
 * that submit, sync, cancel, replace and close.
 *
 * <p>It has no dependencies. {@link dev.lockstep.domain.port} has the interfaces that it needs: a
 * store, a broker, ids and the time. {@link dev.lockstep.domain.memory} has an in-memory store; a
 * broker accepts orders, cancels them and reports them:
 *
 * {@snippet :
 * final class OwnBroker implements Broker {
 *     private static final Evidence OWN = Evidence.local("my own broker");
 *
 *     private final Map<BrokerOrderId, BrokerOrder> book = new ConcurrentHashMap<>();
 *
 *     @Override
 *     public SubmitAnswer submit(Order order, SendGuard guard) {
 *         Optional<SendRefusal> refusal = guard.refusal(); // right before the first byte
 *         if (refusal.isPresent()) {
 *             return new SubmitAnswer.NotSent(refusal.get(), OWN);
 *         }
 *         BrokerOrderId id = new BrokerOrderId("mine-" + order.id());
 *         BrokerOrder taken = BrokerOrder.taken(order, id, Instant.now());
 *         book.put(id, taken);
 *         return new SubmitAnswer.Acknowledged(taken, OWN);
 *     }
 *
 *     @Override
 *     public CancelAnswer cancel(BrokerOrderId id) {
 *         book.computeIfPresent(
 *                 id,
 *                 (_, order) ->
 *                         order.changed(OrderStatus.CANCELED, order.cumQty(), null, Instant.now()));
 *         return new CancelAnswer.Requested(OWN);
 *     }
 *
 *     @Override
 *     public OrderLookup find(BrokerOrderId id) {
 *         return first(order -> order.brokerOrderId().equals(id));
 *     }
 *
 *     @Override
 *     public OrderLookup find(ClientOrderId id) {
 *         return first(order -> order.clientOrderId().equals(id));
 *     }
 *
 *     @Override
 *     public FetchResult<FetchedList<BrokerOrder>> openOrders() {
 *         return ordersSince(Instant.EPOCH); // one that has ended among them does no harm
 *     }
 *
 *     @Override
 *     public FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
 *         return new FetchResult.Complete<>(new FetchedList<>(List.copyOf(book.values())));
 *     }
 *
 *     private OrderLookup first(Predicate<BrokerOrder> condition) {
 *         return book.values().stream()
 *                 .filter(condition)
 *                 .findFirst()
 *                 .<OrderLookup>map(order -> new OrderLookup.Found(order, OWN))
 *                 .orElse(new OrderLookup.Absent(OWN));
 *     }
 * }
 * }
 *
 * <p>Usage:
 *
 * {@snippet :
 * PlatformClock clock = PlatformClock.of(InstantSource.system(), System::nanoTime);
 * OrderRepository orders = new InMemoryOrderRepository();
 * OrderIds ids = new TimeOrderedIds(new InstanceTag("mine"), clock, new SecureRandom());
 * Broker broker = new OwnBroker();
 * MarketWatch watch = new MarketWatch(broker, MarketData.unavailable(), clock);
 * SubmitOrder submitOrder =
 *         new SubmitOrder(orders, broker, ids, clock, watch, Assets.unavailable());
 * SyncOrders syncOrders = new SyncOrders(orders, broker, ids, clock);
 * CancelOrder cancelOrder = new CancelOrder(orders, broker, clock);
 *
 * NewOrder terms =
 *         new NewOrder(
 *                 new Symbol("AAPL"),
 *                 Side.BUY,
 *                 Quantity.of("10"),
 *                 new OrderType.Limit(Price.of("189.50")),
 *                 TimeInForce.DAY);
 * // A second submit under the same key finds the same order.
 * OrderId id = submitOrder.submit(terms, new IdempotencyKey("click 1")).order().id();
 * show.accept(orders.find(id).orElseThrow().status()); // NEW
 * cancelOrder.cancel(id);
 * show.accept(orders.find(id).orElseThrow().status()); // PENDING_CANCEL
 * syncOrders.sync();
 * show.accept(orders.find(id).orElseThrow().status()); // CANCELED
 * }
 *
 * <p>Orders that the venue would refuse are denied before they are stored as intents, by the rules
 * of {@link dev.lockstep.domain.port.broker.Broker#venue}: a broker without rules leaves that to
 * the venue, {@link dev.lockstep.domain.port.venue.AlpacaVenue} has Alpaca's.
 *
 * <p>The intent is stored before the order is sent. If the answer is lost, {@link
 * dev.lockstep.domain.usecase.recover.ResolveUnknown} determines the outcome; {@link
 * dev.lockstep.domain.usecase.loop.TradingLoop} runs all jobs periodically.
 */
@NullMarked
package dev.lockstep.domain;

import org.jspecify.annotations.NullMarked;
