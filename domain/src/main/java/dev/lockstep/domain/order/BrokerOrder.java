package dev.lockstep.domain.order;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order at the broker, sent by anyone.
 *
 * @param brokerOrderId the broker's id
 * @param clientOrderId the client order id; the broker creates one for a leg
 * @param symbol the instrument
 * @param side buy or sell
 * @param amount the total amount, null if it cannot be read
 * @param terms all its terms, null if some of them cannot be expressed
 * @param status its status
 * @param cumQty the filled quantity
 * @param avgPx the average price, null while nothing has filled
 * @param submittedAt when the broker received it
 * @param transactTime when the broker last changed it
 * @param legs its legs, as far as the answer shows them
 * @param replaces the order that it replaces, null if none; its {@code cumQty} begins with the
 *     fills of that one, as its amount is the total of both
 * @param replacedBy the order that replaces it, null if none
 */
public record BrokerOrder(
        BrokerOrderId brokerOrderId,
        ClientOrderId clientOrderId,
        Symbol symbol,
        Side side,
        @Nullable OrderAmount amount,
        @Nullable NewOrder terms,
        ReportedStatus status,
        Quantity cumQty,
        @Nullable Price avgPx,
        Instant submittedAt,
        Instant transactTime,
        List<BrokerOrder> legs,
        @Nullable BrokerOrderId replaces,
        @Nullable BrokerOrderId replacedBy) {
    /** Maximum difference between the times of one order in two databases. */
    private static final Duration SAME_TIME = Duration.ofMinutes(5);

    public BrokerOrder {
        legs = List.copyOf(legs);
    }

    /** An order that replaced none and was not replaced. */
    public BrokerOrder(
            BrokerOrderId brokerOrderId,
            ClientOrderId clientOrderId,
            Symbol symbol,
            Side side,
            @Nullable OrderAmount amount,
            @Nullable NewOrder terms,
            ReportedStatus status,
            Quantity cumQty,
            @Nullable Price avgPx,
            Instant submittedAt,
            Instant transactTime,
            List<BrokerOrder> legs) {
        this(
                brokerOrderId,
                clientOrderId,
                symbol,
                side,
                amount,
                terms,
                status,
                cumQty,
                avgPx,
                submittedAt,
                transactTime,
                legs,
                null,
                null);
    }

    /**
     * Returns an order of ours as a broker has it that has just taken it: working, and nothing has
     * traded.
     *
     * @param order the order as it was sent
     * @param brokerOrderId the broker's name of it
     * @param at when the broker got it
     */
    public static BrokerOrder taken(Order order, BrokerOrderId brokerOrderId, Instant at) {
        return new BrokerOrder(
                brokerOrderId,
                order.clientOrderId(),
                order.terms().symbol(),
                order.terms().side(),
                order.terms().amount(),
                order.terms(),
                known(OrderStatus.NEW),
                Quantity.ZERO,
                null,
                at,
                at,
                List.of());
    }

    /**
     * Returns the same order after the broker changed it.
     *
     * @param next its status now
     * @param traded how much of it has traded by now
     * @param averagePx the average price of what has traded, null while nothing has
     * @param at when the broker changed it
     */
    public BrokerOrder changed(
            OrderStatus next, Quantity traded, @Nullable Price averagePx, Instant at) {
        return new BrokerOrder(
                brokerOrderId,
                clientOrderId,
                symbol,
                side,
                amount,
                terms,
                known(next),
                traded,
                averagePx,
                submittedAt,
                at,
                legs,
                replaces,
                replacedBy);
    }

    private static ReportedStatus known(OrderStatus status) {
        return new ReportedStatus.Known(status.name().toLowerCase(Locale.ROOT), status);
    }

    /** Returns the order in one line, for example {@code buy 10 AAPL, new, 4 filled}. */
    public String text() {
        return side.name().toLowerCase(Locale.ROOT)
                + (amount == null ? "" : " " + amount)
                + " "
                + symbol
                + ", "
                + status.word()
                + ", "
                + cumQty
                + " filled, broker order id "
                + brokerOrderId;
    }

    /** Returns whether it may still trade; one of a status that we do not know may. */
    public boolean open() {
        return switch (status) {
            case ReportedStatus.Known known -> !known.status().closed();
            case ReportedStatus.Unrecognized _ -> true;
        };
    }

    /** Returns its report for the order that it is. */
    public ExecutionReport.StatusReport report() {
        return new ExecutionReport.StatusReport(
                brokerOrderId, status, cumQty, avgPx, transactTime, working());
    }

    private @Nullable WorkingTerms working() {
        Quantity orderQty =
                amount instanceof OrderAmount.ByQuantity quantity ? quantity.orderQty() : null;
        if (terms == null) {
            return orderQty == null ? null : new WorkingTerms(orderQty, null, null);
        }
        WorkingTerms prices = WorkingTerms.of(terms);
        return new WorkingTerms(orderQty, prices.limitPrice(), prices.stopPx());
    }

    private boolean sentWith(Order order) {
        boolean madeOfOurs = clientOrderId.value().endsWith(order.id().value());
        return madeOfOurs
                || Duration.between(order.createdAt(), submittedAt).abs().compareTo(SAME_TIME) <= 0;
    }

    /**
     * Returns whether this is {@code order}: the broker's id decides as soon as it is known, for
     * the broker may change a quantity or a price; until then it must be what was sent.
     */
    public boolean belongsTo(Order order) {
        return order.brokerOrderId() == null
                ? isOf(order)
                : brokerOrderId.equals(order.brokerOrderId())
                        && symbol.equals(order.terms().symbol())
                        && side == order.terms().side();
    }

    /**
     * Returns whether this is {@code order} as it was sent: same id, symbol, side and amount, or
     * another quantity under a client order id of ours. A client order id alone is not enough to
     * adopt an order. The broker's id counts as much: the broker creates the client order id of a
     * leg, and an imported database may lack it. A client order id that was not created here is
     * only a number of another platform, of which there may be several: then the time must match
     * too.
     */
    public boolean isOf(Order order) {
        return ((clientOrderId.equals(order.clientOrderId()) && sentWith(order))
                        || brokerOrderId.equals(order.brokerOrderId()))
                && symbol.equals(order.terms().symbol())
                && side == order.terms().side()
                && (order.terms().amount().equals(amount) || resized(order));
    }

    /**
     * Returns whether it differs in its quantity only, which the broker may have changed before its
     * answer was known: a client order id that was created here has one order.
     */
    private boolean resized(Order order) {
        return clientOrderId.value().endsWith(order.id().value())
                && amount instanceof OrderAmount.ByQuantity
                && order.terms().amount() instanceof OrderAmount.ByQuantity;
    }

    /** Returns the same as {@link #text}, so that no shown text has the fields of a record. */
    @Override
    public String toString() {
        return text();
    }
}
