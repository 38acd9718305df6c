package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mutable part of an order.
 *
 * @param status its status
 * @param brokerOrderId the broker's id, null until the broker has reported it
 * @param brokerStatus the last status as the broker wrote it, empty before the first report
 * @param cumQty the filled quantity
 * @param avgPx the average price, null while nothing has filled
 * @param cancelWanted whether a cancel is requested, also while the order is unanswered
 * @param transactTime when the broker last changed it, null before the first report
 * @param text the last explanation: why it was denied, rejected or is unknown; else empty
 * @param working the quantity and prices at which the broker works it, null while they are those
 *     that were sent
 * @param carried how much of its fills the order that replaced it counts, null while that is what
 *     it has filled
 */
public record OrderState(
        OrderStatus status,
        @Nullable BrokerOrderId brokerOrderId,
        String brokerStatus,
        Quantity cumQty,
        @Nullable Price avgPx,
        boolean cancelWanted,
        @Nullable Instant transactTime,
        String text,
        @Nullable WorkingTerms working,
        @Nullable Carried carried) {

    public OrderState {
        text = Text.storable(text);
    }

    /**
     * The part of the fills of a replaced order that its replacement counts as filled.
     *
     * @param qty the quantity
     * @param avgPx its average price, null where it is zero or the price is not known
     */
    public record Carried(Quantity qty, @Nullable Price avgPx) {
        public Carried {
            if (qty.zero() && avgPx != null) {
                throw new InvalidValueException(
                        "avgFillPrice", avgPx, "null, for the quantity is 0");
            }
        }
    }

    /** The state of an order that the broker works as it was sent. */
    public OrderState(
            OrderStatus status,
            @Nullable BrokerOrderId brokerOrderId,
            String brokerStatus,
            Quantity cumQty,
            @Nullable Price avgPx,
            boolean cancelWanted,
            @Nullable Instant transactTime,
            String text) {
        this(
                status,
                brokerOrderId,
                brokerStatus,
                cumQty,
                avgPx,
                cancelWanted,
                transactTime,
                text,
                null,
                null);
    }

    static OrderState fresh(OrderStatus status, String text) {
        return new OrderState(status, null, "", Quantity.ZERO, null, false, null, text);
    }

    OrderState with(OrderStatus nextStatus, String nextText) {
        return new OrderState(
                nextStatus,
                brokerOrderId,
                brokerStatus,
                cumQty,
                avgPx,
                cancelWanted,
                transactTime,
                nextText,
                working,
                carried);
    }

    /** Returns the same order at other quantity and prices; null for those that were sent. */
    public OrderState with(@Nullable WorkingTerms other) {
        return new OrderState(
                status,
                brokerOrderId,
                brokerStatus,
                cumQty,
                avgPx,
                cancelWanted,
                transactTime,
                text,
                other,
                carried);
    }

    /**
     * Returns the same with other fills that its replacement counts; null for those it has filled.
     */
    public OrderState carrying(@Nullable Carried counted) {
        return new OrderState(
                status,
                brokerOrderId,
                brokerStatus,
                cumQty,
                avgPx,
                cancelWanted,
                transactTime,
                text,
                working,
                counted);
    }

    /** Returns what an order that replaces it counts of its fills. */
    public Carried handedOver() {
        return carried == null ? filled() : carried;
    }

    /** Returns all that it has filled. */
    public Carried filled() {
        return new Carried(cumQty, cumQty.zero() ? null : avgPx);
    }

    OrderState withCancelWanted(boolean requested) {
        return new OrderState(
                status,
                brokerOrderId,
                brokerStatus,
                cumQty,
                avgPx,
                requested,
                transactTime,
                text,
                working,
                carried);
    }

    /** Returns whether we refused it, or the broker never had it. */
    boolean mayBeTriedAgain() {
        return !acknowledged()
                && (status == OrderStatus.DENIED || status == OrderStatus.NEVER_ACCEPTED);
    }

    /** Returns whether the broker has named the order. */
    boolean acknowledged() {
        return brokerOrderId != null;
    }

    /** Returns whether the broker canceled the order without a request from here. */
    boolean canceledUnrequested() {
        return status == OrderStatus.CANCELED && acknowledged() && !cancelWanted;
    }

    /** Equal but for the broker's time: a poll that found nothing new is no change. */
    boolean sameButForTime(OrderState other) {
        return new OrderState(
                        status,
                        brokerOrderId,
                        brokerStatus,
                        cumQty,
                        avgPx,
                        cancelWanted,
                        other.transactTime,
                        text,
                        working,
                        carried)
                .equals(other);
    }
}
