package dev.lockstep.simulation.process;

import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.ListedExecutions;
import java.time.Instant;

/**
 * A history whose parts have few executions, so that a short scenario reads several, as a busy
 * account does.
 */
final class ShortParts implements AccountHistory {
    private static final int PART_EXECUTIONS = 3;

    private final AccountHistory whole;

    ShortParts(AccountHistory whole) {
        this.whole = whole;
    }

    @Override
    public FetchResult<ListedExecutions> fillsSince(Instant time) {
        return whole.fillsSince(time);
    }

    @Override
    public FetchResult<ListedExecutions.Part> fillsPart(Instant time) {
        return switch (whole.fillsPart(time)) {
            case FetchResult.Complete<ListedExecutions.Part>(ListedExecutions.Part part) ->
                    new FetchResult.Complete<>(shortened(part, time));
            case FetchResult.Failed<ListedExecutions.Part>(BrokerFault fault) ->
                    new FetchResult.Failed<>(fault);
        };
    }

    private static ListedExecutions.Part shortened(ListedExecutions.Part part, Instant time) {
        return part.executions().items().stream()
                .map(Fill::transactTime)
                .skip(PART_EXECUTIONS)
                .filter(each -> each.isAfter(time))
                .findFirst()
                .map(next -> new ListedExecutions.Part(before(part.executions(), next), next))
                .orElse(part);
    }

    private static ListedExecutions before(ListedExecutions all, Instant end) {
        return new ListedExecutions(
                all.items().stream().filter(fill -> fill.transactTime().isBefore(end)).toList(),
                all.corrections().stream().filter(each -> each.at().isBefore(end)).toList(),
                all.unreadable());
    }

    @Override
    public FetchResult<FetchedList<Adjustment>> adjustmentsSince(Instant time) {
        return whole.adjustmentsSince(time);
    }

    @Override
    public FetchResult<PortfolioHistory> portfolio(HistorySpan span) {
        return whole.portfolio(span);
    }
}
