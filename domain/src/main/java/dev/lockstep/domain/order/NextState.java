package dev.lockstep.domain.order;

import dev.lockstep.domain.order.ExecutionReport.CancelRejected;
import dev.lockstep.domain.order.ExecutionReport.CancelRequested;
import dev.lockstep.domain.order.ExecutionReport.CanceledUnsent;
import dev.lockstep.domain.order.ExecutionReport.CarriedOver;
import dev.lockstep.domain.order.ExecutionReport.Corrected;
import dev.lockstep.domain.order.ExecutionReport.GivenUp;
import dev.lockstep.domain.order.ExecutionReport.NeverAccepted;
import dev.lockstep.domain.order.ExecutionReport.Rejected;
import dev.lockstep.domain.order.ExecutionReport.Released;
import dev.lockstep.domain.order.ExecutionReport.ReplaceRequested;
import dev.lockstep.domain.order.ExecutionReport.Resent;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.ExecutionReport.Throttled;
import dev.lockstep.domain.order.ExecutionReport.TriedAgain;
import dev.lockstep.domain.order.ExecutionReport.Unresolved;
import dev.lockstep.domain.order.ExecutionReport.Waits;
import dev.lockstep.domain.order.ExecutionReport.Withdrawn;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.BrokerOrderIdConflictException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what the state of an order becomes by one report. */
final class NextState {
    private static final String UNREQUESTED_CANCEL =
            "canceled at the broker without a request from here";

    private static final String LINKED_CANCEL =
            UNREQUESTED_CANCEL + ", as when a linked order fills or is canceled";

    private final NewOrder terms;
    private final OrderPurpose purpose;
    private final OrderState state;

    private NextState(NewOrder terms, OrderPurpose purpose, OrderState state) {
        this.terms = terms;
        this.purpose = purpose;
        this.state = state;
    }

    static OrderState of(
            NewOrder terms, OrderPurpose purpose, OrderState state, ExecutionReport report) {
        OrderState next = new NextState(terms, purpose, state).after(report);
        return next.sameButForTime(state) ? state : next;
    }

    private OrderState after(ExecutionReport report) {
        return switch (report) {
            case StatusReport news -> afterStatus(news);
            case Corrected correction -> afterCorrection(correction.current());
            case CarriedOver(OrderState.Carried counted) ->
                    state.carrying(counted.equals(state.filled()) ? null : counted);
            case Rejected refusal ->
                    ifUnresolved(
                            OrderStatus.REJECTED, refusal.reason().name() + ": " + refusal.text());
            case Unresolved missing -> ifUnresolved(OrderStatus.UNKNOWN, missing.text());
            case Throttled throttled -> ifUnresolved(OrderStatus.PENDING_SUBMIT, throttled.text());
            case Resent _ -> ifUnresolved(OrderStatus.PENDING_SUBMIT, "sent again");
            case NeverAccepted absent -> ifUnresolved(OrderStatus.NEVER_ACCEPTED, absent.text());
            case Withdrawn withdrawn -> ifUnsent(OrderStatus.DENIED, withdrawn.text());
            case CanceledUnsent canceled -> ifUnresolved(OrderStatus.CANCELED, canceled.text());
            case TriedAgain _ -> afterNewAttempt();
            case Released _ -> ifWaiting(OrderStatus.PENDING_SUBMIT, "");
            case Waits waits -> ifWaiting(OrderStatus.WAITING, waits.text());
            case GivenUp givenUp -> ifWaiting(OrderStatus.CANCELED, givenUp.text());
            case ReplaceRequested _ -> afterReplaceRequest();
            case CancelRequested _ -> afterCancelRequest();
            case CancelRejected refusal -> afterCancelRefusal(refusal);
        };
    }

    /** Applies a local event, which counts only before the first report of the broker. */
    private OrderState ifUnresolved(OrderStatus next, String text) {
        return state.status().unresolved() ? state.with(next, text) : state;
    }

    private OrderState afterNewAttempt() {
        return state.mayBeTriedAgain()
                ? state.with(OrderStatus.PENDING_SUBMIT, "").withCancelWanted(false)
                : state;
    }

    private OrderState ifWaiting(OrderStatus next, String text) {
        return state.status() == OrderStatus.WAITING ? state.with(next, text) : state;
    }

    private OrderState ifUnsent(OrderStatus next, String text) {
        return state.status().unresolved() ? state.with(next, text) : ifWaiting(next, text);
    }

    private OrderState afterCancelRequest() {
        OrderStatus status = state.status();
        if (status == OrderStatus.WAITING) {
            return state.with(OrderStatus.CANCELED, "canceled before it was sent");
        }
        if (status.unresolved()) {
            return state.withCancelWanted(true);
        }
        return status.open()
                ? state.with(OrderStatus.PENDING_CANCEL, state.text()).withCancelWanted(true)
                : state;
    }

    /** Returns an order that is being changed already is left to that. */
    private OrderState afterReplaceRequest() {
        OrderStatus status = state.status();
        return status.open() && !status.inFlight()
                ? state.with(OrderStatus.PENDING_REPLACE, state.text())
                : state;
    }

    /** A broker also refuses the cancel of an order that it is canceling: that request stands. */
    private OrderState afterCancelRefusal(CancelRejected refusal) {
        OrderStatus reported = meaning(refusal.current());
        if (reported.closed() || reported.inFlight()) {
            return afterStatus(refusal.current());
        }
        OrderStatus released =
                state.status() == OrderStatus.PENDING_CANCEL
                        ? OrderStatus.ACCEPTED
                        : state.status();
        OrderState dropped = state.with(released, refusal.text()).withCancelWanted(false);
        return new NextState(terms, purpose, dropped).afterStatus(refusal.current());
    }

    private OrderState afterStatus(StatusReport news) {
        requireSameBrokerOrder(news);
        if (old(news)) {
            return state;
        }
        OrderStatus reported = meaning(news);
        OrderStatus next = afterRequest(Transitions.next(from(), reported), reported);
        boolean wordCounts = next == reported || next == OrderStatus.PENDING_CANCEL;
        return new OrderState(
                next,
                news.brokerOrderId(),
                wordCounts ? news.status().word() : state.brokerStatus(),
                news.cumQty(),
                news.avgPx() == null ? state.avgPx() : news.avgPx(),
                state.cancelWanted(),
                later(state.transactTime(), news.transactTime()),
                textAfter(next),
                workingAfter(news.working()),
                state.carried());
    }

    /**
     * Takes the broker's report as it is, whatever was recorded; a requested cancel still stands.
     */
    private OrderState afterCorrection(StatusReport current) {
        requireSameBrokerOrder(current);
        OrderStatus reported = meaning(current);
        return new OrderState(
                state.cancelWanted() && reported.open() ? OrderStatus.PENDING_CANCEL : reported,
                current.brokerOrderId(),
                current.status().word(),
                current.cumQty(),
                current.avgPx(),
                state.cancelWanted(),
                current.transactTime(),
                "",
                workingAfter(current.working()),
                carriedAfter(current, reported));
    }

    /**
     * A bust of a replaced order changes nothing of what its replacement took over from it. Where
     * the broker lowers the replacement too, the executions of that one show it.
     */
    private OrderState.@Nullable Carried carriedAfter(StatusReport current, OrderStatus reported) {
        if (reported != OrderStatus.REPLACED || state.status() != OrderStatus.REPLACED) {
            return null;
        }
        boolean more = current.cumQty().compareTo(state.cumQty()) > 0;
        OrderState.Carried now =
                new OrderState.Carried(
                        current.cumQty(), current.cumQty().zero() ? null : current.avgPx());
        return more || now.equals(state.handedOver()) ? state.carried() : state.handedOver();
    }

    /** Kept once the broker works it otherwise than it was sent. */
    private @Nullable WorkingTerms workingAfter(@Nullable WorkingTerms reported) {
        NewOrder changed = reported == null ? terms : reported.in(terms);
        return changed.equals(terms) ? state.working() : WorkingTerms.of(changed);
    }

    /**
     * A requested cancel stands until the order ends, also where the broker names the order only
     * after the request. One that was requested elsewhere is the broker's to take back.
     */
    private OrderStatus afterRequest(OrderStatus next, OrderStatus reported) {
        if (state.cancelWanted()) {
            return next.open() ? OrderStatus.PENDING_CANCEL : next;
        }
        return state.status() == OrderStatus.PENDING_CANCEL ? reported : next;
    }

    /** Explains an end that was not requested here; the broker's status has no reason. */
    private String textAfter(OrderStatus next) {
        boolean unrequested =
                next == OrderStatus.CANCELED
                        && state.status() != OrderStatus.CANCELED
                        && !state.cancelWanted();
        return unrequested ? unrequestedCancel() : textWhile(next);
    }

    /** The broker cancels one of two linked orders as the other one fills, or with its parent. */
    private String unrequestedCancel() {
        boolean linked =
                purpose.kind() == OrderPurpose.Kind.LEG
                        || terms.orderClass() instanceof OrderClass.OneCancelsOther;
        return linked ? LINKED_CANCEL : UNREQUESTED_CANCEL;
    }

    private String textWhile(OrderStatus next) {
        if (next == OrderStatus.REJECTED && state.status() != OrderStatus.REJECTED) {
            return "rejected by the broker, which gave no reason with it";
        }
        boolean over = state.canceledUnrequested() && next != OrderStatus.CANCELED;
        return over || state.status().unresolved() ? "" : state.text();
    }

    /**
     * Returns a refusal that we read in an answer is belief; once the broker shows the order, it is
     * not.
     */
    private OrderStatus from() {
        return state.status() == OrderStatus.REJECTED && !state.acknowledged()
                ? OrderStatus.UNKNOWN
                : state.status();
    }

    private OrderStatus meaning(StatusReport news) {
        OrderStatus status =
                switch (news.status()) {
                    case ReportedStatus.Known known -> known.status();
                    case ReportedStatus.Unrecognized _ ->
                            state.acknowledged() ? state.status() : OrderStatus.ACCEPTED;
                };
        boolean working = status == OrderStatus.ACCEPTED || status == OrderStatus.NEW;
        return working && !news.cumQty().zero() ? OrderStatus.PARTIALLY_FILLED : status;
    }

    /**
     * Returns whether a report is outdated: less filled, or as much and older. A final status is
     * never outdated.
     */
    private boolean old(StatusReport news) {
        int traded = news.cumQty().compareTo(state.cumQty());
        Instant heard = state.transactTime();
        return traded < 0
                || (traded == 0
                        && heard != null
                        && news.transactTime().isBefore(heard)
                        && !meaning(news).closed());
    }

    private void requireSameBrokerOrder(StatusReport news) {
        BrokerOrderId known = state.brokerOrderId();
        if (known != null && !known.equals(news.brokerOrderId())) {
            throw new BrokerOrderIdConflictException(known, news.brokerOrderId());
        }
    }

    private static Instant later(@Nullable Instant known, Instant news) {
        return known != null && known.isAfter(news) ? known : news;
    }
}
