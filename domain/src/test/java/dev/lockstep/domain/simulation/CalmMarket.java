package dev.lockstep.domain.simulation;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.position.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of the orders of a broker made of code without any chance: at each turn a wanted
 * cancel is done, an order at the market fills whole, and every other order rests.
 */
final class CalmMarket {
    private static final Price PRICE = Price.of("100");

    private final FakeBroker broker;
    private int cancelAlls;

    CalmMarket(FakeBroker broker) {
        this.broker = broker;
    }

    void turn() {
        boolean all = broker.cancelAlls() > cancelAlls;
        cancelAlls = broker.cancelAlls();
        for (BrokerOrder order : complete(broker.openOrders()).items()) {
            NewOrder terms = order.terms();
            if (all || broker.cancels().contains(order.brokerOrderId())) {
                broker.set(
                        order.changed(
                                OrderStatus.CANCELED,
                                order.cumQty(),
                                order.avgPx(),
                                order.transactTime()));
            } else if (terms != null
                    && terms.type() instanceof OrderType.Market
                    && terms.orderQty() != null) {
                broker.set(
                        order.changed(
                                OrderStatus.FILLED, terms.orderQty(), PRICE, order.transactTime()));
            }
        }
        broker.noPositions();
        net().forEach((symbol, qty) -> {
            if (qty.signum() != 0) {
                broker.position(new Position(symbol, new NetQuantity(qty)));
            }
        });
    }

    /** Every order the broker has. */
    List<BrokerOrder> ledger() {
        return complete(broker.ordersSince(Instant.EPOCH)).items();
    }

    /** What is held of an instrument, below nothing if it was sold short. */
    BigDecimal held(Symbol symbol) {
        return net().getOrDefault(symbol, BigDecimal.ZERO);
    }

    private Map<Symbol, BigDecimal> net() {
        Map<Symbol, BigDecimal> net = new TreeMap<>();
        for (BrokerOrder order : ledger()) {
            BigDecimal qty = order.cumQty().value();
            net.merge(
                    order.symbol(), order.side() == Side.BUY ? qty : qty.negate(), BigDecimal::add);
        }
        return net;
    }

    private static <T> T complete(FetchResult<T> fetched) {
        return switch (fetched) {
            case FetchResult.Complete<T>(T value) -> value;
            case FetchResult.Failed<T>(var fault) -> throw new AssertionError(fault.text());
        };
    }
}
