package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.model.FillTotals;
import dev.lockstep.simulator.exchange.model.LegRole;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderLinks;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.OrderTerms;
import dev.lockstep.simulator.exchange.model.OrderTimestamps;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.PositionIntent;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.TriggerState;
import java.time.Instant;

/**
 * Lossless encoding of an order in a fifth of its memory, for closed orders, which are rarely read.
 */
final class PackedOrder {
    private static final Side[] SIDES = Side.values();
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] TIMES = TimeInForce.values();
    private static final OrderClass[] CLASSES = OrderClass.values();
    private static final PositionIntent[] INTENTS = PositionIntent.values();
    private static final OrderStatus[] STATUSES = OrderStatus.values();
    private static final TriggerState[] READINESSES = TriggerState.values();
    private static final LegRole[] ROLES = LegRole.values();

    private PackedOrder() {}

    public static byte[] pack(Order order) {
        PackWriter out = new PackWriter();
        out.id(order.id()).number(order.number());
        out.text(order.account()).text(order.clientOrderId());
        pack(order.terms(), out);
        out.decimal(order.reservePrice()).constant(order.status()).constant(order.readiness());
        out.decimal(order.filled().qty()).decimal(order.filled().cost());
        pack(order.milestones(), out);
        pack(order.lineage(), out);
        return out.decimal(order.highWaterMark()).decimal(order.collar()).toBytes();
    }

    public static Order unpack(byte[] bytes) {
        PackReader in = new PackReader(bytes);
        return new Order(
                in.id(),
                in.number(),
                in.text(),
                in.text(),
                terms(in),
                in.decimal(),
                in.constant(STATUSES),
                in.constant(READINESSES),
                new FillTotals(in.decimal(), in.decimal()),
                milestones(in),
                new OrderLinks(in.idOrNone(), in.valueOrNull(ROLES), in.idOrNone(), in.idOrNone()),
                in.decimalOrNone(),
                in.decimalOrNone());
    }

    private static void pack(OrderTerms terms, PackWriter out) {
        out.text(terms.symbol()).constant(terms.side()).constant(terms.type());
        out.constant(terms.timeInForce()).constant(terms.orderClass());
        out.decimal(terms.qty()).decimal(terms.notional());
        out.decimal(terms.limitPrice()).decimal(terms.stopPrice());
        out.decimal(terms.trailPrice()).decimal(terms.trailPercent());
        out.flag(terms.extendedHours()).constant(terms.intent());
    }

    private static OrderTerms terms(PackReader in) {
        return new OrderTerms(
                in.text(),
                in.constant(SIDES),
                in.constant(TYPES),
                in.constant(TIMES),
                in.constant(CLASSES),
                in.decimalOrNone(),
                in.decimalOrNone(),
                in.decimalOrNone(),
                in.decimalOrNone(),
                in.decimalOrNone(),
                in.decimalOrNone(),
                in.flag(),
                in.constant(INTENTS));
    }

    private static void pack(OrderTimestamps reached, PackWriter out) {
        Instant origin = reached.submittedAt();
        out.time(origin, Instant.EPOCH).time(reached.updatedAt(), origin);
        out.time(reached.expiresAt(), origin).time(reached.filledAt(), origin);
        out.time(reached.expiredAt(), origin).time(reached.canceledAt(), origin);
        out.time(reached.failedAt(), origin).time(reached.replacedAt(), origin);
    }

    private static OrderTimestamps milestones(PackReader in) {
        Instant origin = in.time(Instant.EPOCH);
        return new OrderTimestamps(
                origin,
                in.time(origin),
                in.time(origin),
                in.timeOrNone(origin),
                in.timeOrNone(origin),
                in.timeOrNone(origin),
                in.timeOrNone(origin),
                in.timeOrNone(origin));
    }

    private static void pack(OrderLinks lineage, PackWriter out) {
        out.id(lineage.parent()).constant(lineage.role());
        out.id(lineage.replaces()).id(lineage.replacedBy());
    }
}
