package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.ListedExecutions;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.usecase.sync.BrokerSnapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds busts and corrections of which no event or entry was seen: executions that the broker lists
 * otherwise than before, or lists no more although its order agrees with what is left.
 */
final class ChangedExecutions {
    private final Fills fills;
    private final AccountHistory history;
    private final InstantSource clock;

    ChangedExecutions(Fills fills, AccountHistory history, InstantSource clock) {
        this.fills = fills;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Returns the corrections of an order: executions listed with another quantity or price than
     * reported.
     *
     * @param listed the listed executions by their id
     */
    List<FillCorrection> listedOtherwise(
            OrderExecutions executions, Map<ExecutionId, List<Fill>> listed) {
        return executions.reported().stream()
                .flatMap(known ->
                        listed.getOrDefault(known.executionId(), List.of()).stream()
                                .filter(fill -> !sameTrade(fill, known))
                                .map(this::correction))
                .toList();
    }

    /**
     * Returns the executions of an order that are missing or different in the list.
     *
     * @param traded the order's own fills by the broker's order
     * @return empty unless the list adds up to exactly that, because a list may lag
     */
    List<FillCorrection> of(Order order, BrokerOrderId id, Quantity traded) {
        OrderExecutions known = fills.executions(id);
        Instant since = first(order, known).minus(BrokerSnapshot.CLOCK_SKEW);
        return history.fillsSince(since)
                        instanceof FetchResult.Complete<ListedExecutions>(ListedExecutions list)
                ? compared(known, listed(list, id), traded)
                : List.of();
    }

    /** Returns the quantity of an order's executions by a new list; empty if there is none. */
    Optional<Quantity> listed(Order order, BrokerOrderId id) {
        Instant since = first(order, fills.executions(id)).minus(BrokerSnapshot.CLOCK_SKEW);
        return history.fillsSince(since)
                        instanceof FetchResult.Complete<ListedExecutions>(ListedExecutions list)
                ? Optional.of(listed(list, id).traded())
                : Optional.empty();
    }

    private static Instant first(Order order, OrderExecutions known) {
        return known.reported().stream()
                .map(Fill::transactTime)
                .filter(time -> time.isBefore(order.createdAt()))
                .min(Comparator.naturalOrder())
                .orElse(order.createdAt());
    }

    private static OrderExecutions listed(ListedExecutions list, BrokerOrderId id) {
        return new OrderExecutions(
                list.items().stream().filter(fill -> fill.brokerOrderId().equals(id)).toList(),
                list.corrections().stream()
                        .filter(each -> each.brokerOrderId().equals(id))
                        .toList());
    }

    private List<FillCorrection> compared(
            OrderExecutions known, OrderExecutions listed, Quantity traded) {
        if (!listed.traded().equals(traded)) {
            return List.of();
        }
        List<FillCorrection> corrections = new ArrayList<>(listed.corrections());
        known.current().stream().flatMap(fill -> compared(fill, listed)).forEach(corrections::add);
        return corrections;
    }

    private Stream<FillCorrection> compared(Fill known, OrderExecutions listed) {
        Optional<Fill> there =
                listed.reported().stream().filter(fill -> sameName(fill, known)).findFirst();
        return there.isEmpty()
                ? Stream.of(bust(known))
                : there
                        .filter(fill -> listed.current(fill).isPresent())
                        .filter(fill -> listed.current(fill).equals(Optional.of(fill)))
                        .filter(fill -> !sameTrade(fill, known))
                        .map(fill -> correction(fill, known.executionId()))
                        .stream();
    }

    /** The stream and the history may name one execution differently. */
    private static boolean sameName(Fill one, Fill other) {
        return one.executionId().equals(other.executionId())
                || (one.cumQty().equals(other.cumQty()) && sameTrade(one, other));
    }

    private static boolean sameTrade(Fill one, Fill other) {
        return one.lastQty().equals(other.lastQty()) && one.lastPx().equals(other.lastPx());
    }

    private FillCorrection bust(Fill known) {
        return FillCorrection.bust(
                name(known.executionId(), "absent"),
                known.executionId(),
                known.brokerOrderId(),
                clock.instant(),
                "the broker does not list the execution any more, and its order agrees");
    }

    private FillCorrection correction(Fill listed) {
        return correction(listed, listed.executionId());
    }

    private FillCorrection correction(Fill listed, ExecutionId known) {
        Price px = Objects.requireNonNull(listed.lastPx());
        return new FillCorrection(
                name(known, listed.lastQty() + "@" + px),
                known,
                listed.brokerOrderId(),
                listed.lastQty(),
                px,
                clock.instant(),
                "the broker lists the execution with another quantity or price: " + listed);
    }

    private static ExecutionId name(ExecutionId execution, String change) {
        String name = execution.value() + " " + change;
        return new ExecutionId(
                name.length() <= ExecutionId.MAX_CHARS
                        ? name
                        : name.substring(name.length() - ExecutionId.MAX_CHARS));
    }
}
