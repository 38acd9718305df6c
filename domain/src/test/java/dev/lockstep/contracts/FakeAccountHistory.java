package dev.lockstep.contracts;

import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.ListedExecutions;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An account's history made of code: what a test has put in. Safe for use by several threads. */
public final class FakeAccountHistory implements AccountHistory {
    private static final BrokerFault DOWN =
            new BrokerFault(
                    BrokerFault.Kind.UNREACHABLE,
                    "the fake history is down",
                    Evidence.local("fake history"));

    private final List<Fill> fills = new ArrayList<>();
    private final List<FillCorrection> corrections = new ArrayList<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<UnreadableItem> unreadable = new ArrayList<>();
    private PortfolioHistory portfolio = new PortfolioHistory(null, List.of());
    private int partSize = Integer.MAX_VALUE;
    private int parts;
    private boolean down;

    /** Whether every question fails. */
    public synchronized void down(boolean now) {
        down = now;
    }

    /** Sets how many executions a part has, or a few more. */
    public synchronized void partSize(int executions) {
        partSize = executions;
    }

    /** Returns how many parts were fetched. */
    public synchronized int parts() {
        return parts;
    }

    /** Sets the equity over time, of every span. */
    public synchronized void set(PortfolioHistory now) {
        portfolio = now;
    }

    /** Adds an execution, which may be an older one that appears late. */
    public synchronized void add(Fill fill) {
        fills.add(fill);
    }

    /** Adds a bust or a correction of an execution. */
    public synchronized void add(FillCorrection correction) {
        corrections.add(correction);
    }

    /** Lists an execution no more. */
    public synchronized void remove(Fill fill) {
        fills.remove(fill);
    }

    /** Adds an adjustment, which may be an older one that appears late. */
    public synchronized void add(Adjustment adjustment) {
        adjustments.add(adjustment);
    }

    /** Removes an adjustment, for example because the broker shows it otherwise now. */
    public synchronized void remove(Adjustment adjustment) {
        adjustments.remove(adjustment);
    }

    /** Removes all adjustments. */
    public synchronized void clear() {
        adjustments.clear();
    }

    /** Adds an entry that cannot be read. */
    public synchronized void add(UnreadableItem entry) {
        unreadable.add(entry);
    }

    /** Has only entries that can be read again. */
    public synchronized void allReadable() {
        unreadable.clear();
    }

    @Override
    public synchronized FetchResult<ListedExecutions> fillsSince(Instant time) {
        return reported(listed(time));
    }

    @Override
    public synchronized FetchResult<ListedExecutions.Part> fillsPart(Instant time) {
        parts++;
        ListedExecutions all = listed(time);
        return reported(
                all.items().stream()
                        .map(Fill::transactTime)
                        .skip(partSize)
                        .filter(each -> each.isAfter(time))
                        .findFirst()
                        .map(next -> new ListedExecutions.Part(before(all, next), next))
                        .orElseGet(() -> new ListedExecutions.Part(all, null)));
    }

    private static ListedExecutions before(ListedExecutions all, Instant end) {
        return new ListedExecutions(
                all.items().stream().filter(fill -> fill.transactTime().isBefore(end)).toList(),
                all.corrections().stream().filter(each -> each.at().isBefore(end)).toList(),
                all.unreadable());
    }

    private ListedExecutions listed(Instant time) {
        return new ListedExecutions(
                fills.stream()
                        .filter(fill -> !fill.transactTime().isBefore(time))
                        .sorted(Comparator.comparing(Fill::transactTime))
                        .toList(),
                corrections.stream().filter(each -> !each.at().isBefore(time)).toList(),
                unreadable);
    }

    @Override
    public synchronized FetchResult<FetchedList<Adjustment>> adjustmentsSince(Instant time) {
        return listed(adjustments.stream().filter(each -> !each.at().isBefore(time)).toList());
    }

    @Override
    public synchronized FetchResult<PortfolioHistory> portfolio(HistorySpan span) {
        return reported(portfolio);
    }

    private <T> FetchResult<FetchedList<T>> listed(List<T> entries) {
        return reported(new FetchedList<>(entries, unreadable));
    }

    private <T> FetchResult<T> reported(T answer) {
        return down ? new FetchResult.Failed<>(DOWN) : new FetchResult.Complete<>(answer);
    }
}
