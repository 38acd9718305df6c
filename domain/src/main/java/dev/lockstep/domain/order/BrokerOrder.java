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
 * An order as the broker has it, whoever sent it.
 *
 * @param brokerOrderId the broker's name of it
 * @param clientOrderId the name it was sent under; the broker makes one for a leg
 * @param symbol what is traded
 * @param side buy or sell
 * @param amount how much in all, null where that cannot be read
 * @param terms all its terms, null where some of them have no word here
 * @param status its status there
 * @param cumQty how much has traded
 * @param avgPx the average price of what has traded, null while nothing has
 * @param submittedAt when the broker got it
 * @param transactTime when the broker last changed it
 * @param legs the orders that hang on it, as far as the answer showed them
 * @param replaces the order whose place it took or is to take, null where there is none; its {@code
 *     cumQty} begins with what that one had traded, as its amount is the total of both
 * @param replacedBy the order that took its place or is to take it, null where there is none
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
    /** How far apart the times of one order may be in two books. */
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
     * An order of ours as a broker has it that has just taken it: working, and nothing has traded.
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
     * The same order after the broker changed it.
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

    /** The order in one line for a person, for example {@code buy 10 AAPL, new, 4 filled}. */
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

    /** Whether it may still trade; one of a status that we do not know may. */
    public boolean open() {
        return switch (status) {
            case ReportedStatus.Known known -> !known.status().closed();
            case ReportedStatus.Unrecognized _ -> true;
        };
    }

    /** The news in it for the order it is. */
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
     * Whether this is {@code order}: the broker's id decides as soon as it is known, for the broker
     * may change a quantity or a price; until then it must be what was sent.
     */
    public boolean belongsTo(Order order) {
        return order.brokerOrderId() == null
                ? isOf(order)
                : brokerOrderId.equals(order.brokerOrderId())
                        && symbol.equals(order.terms().symbol())
                        && side == order.terms().side();
    }

    /**
     * Whether this is what {@code order} was sent as: same id, symbol, side and amount. A client
     * order id alone is not enough to adopt an order. The broker's own id counts as much as the
     * client order id: the broker makes one for a leg, and a book that came from elsewhere may not
     * have kept it. A client order id that was not made of ours is a mere number in another
     * platform's book, of which there may be several: then the time must agree too.
     */
    public boolean isOf(Order order) {
        return ((clientOrderId.equals(order.clientOrderId()) && sentWith(order))
                        || brokerOrderId.equals(order.brokerOrderId()))
                && symbol.equals(order.terms().symbol())
                && side == order.terms().side()
                && order.terms().amount().equals(amount);
    }

    /** The same as {@link #text}, so that no text for a person shows the fields of a record. */
    @Override
    public String toString() {
        return text();
    }
}
