package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.activity.HistoryMapper;
import dev.lockstep.broker.alpaca.wire.activity.ListedActivity;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.ListedExecutions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Alpaca implementation of {@link AccountHistory}. Alpaca does not order executions that share a
 * timestamp; they are sorted by the order's cumulative quantity.
 */
final class AlpacaHistory implements AccountHistory {
    private static final Comparator<Fill> CHRONOLOGICAL =
            Comparator.comparing(Fill::transactTime)
                    .thenComparing(Fill::cumQty)
                    .thenComparing(Fill::executionId);

    private final Api api;
    private final AlpacaQueries questions;

    AlpacaHistory(Api api, AlpacaQueries questions) {
        this.api = api;
        this.questions = questions;
    }

    @Override
    public FetchResult<ListedExecutions> fillsSince(Instant time) {
        return executions(new ActivityPages(api, questions).trades(time), time);
    }

    @Override
    public FetchResult<ListedExecutions.Part> fillsPart(Instant time) {
        ActivityPages pages = new ActivityPages(api, questions);
        return switch (executions(pages.firstTrades(time), time)) {
            case FetchResult.Complete<ListedExecutions>(ListedExecutions list) ->
                    new FetchResult.Complete<>(new ListedExecutions.Part(list, pages.next()));
            case FetchResult.Failed<ListedExecutions>(BrokerFault fault) ->
                    new FetchResult.Failed<>(fault);
        };
    }

    private static FetchResult<ListedExecutions> executions(
            FetchResult<FetchedList<ListedActivity>> listed, Instant time) {
        return switch (listed) {
            case FetchResult.Complete<FetchedList<ListedActivity>>(
                            FetchedList<ListedActivity> list) ->
                    new FetchResult.Complete<>(
                            new ListedExecutions(
                                    fills(list.items(), time),
                                    corrections(list.items(), time),
                                    list.unreadable()));
            case FetchResult.Failed<FetchedList<ListedActivity>>(BrokerFault fault) ->
                    new FetchResult.Failed<>(fault);
        };
    }

    private static List<FillCorrection> corrections(List<ListedActivity> activities, Instant time) {
        return activities.stream()
                .filter(ListedActivity.Corrected.class::isInstance)
                .map(activity -> ((ListedActivity.Corrected) activity).correction())
                .filter(correction -> !correction.at().isBefore(time))
                .sorted(Comparator.comparing(FillCorrection::at))
                .toList();
    }

    private static List<Fill> fills(List<ListedActivity> activities, Instant time) {
        return activities.stream()
                .filter(ListedActivity.Traded.class::isInstance)
                .map(activity -> ((ListedActivity.Traded) activity).fill())
                .filter(fill -> !fill.transactTime().isBefore(time))
                .sorted(CHRONOLOGICAL)
                .toList();
    }

    @Override
    public FetchResult<FetchedList<Adjustment>> adjustmentsSince(Instant time) {
        return read(new ActivityPages(api, questions).others(time), AlpacaHistory::adjustments);
    }

    private static List<Adjustment> adjustments(List<ListedActivity> activities) {
        return activities.stream()
                .filter(ListedActivity.Booked.class::isInstance)
                .map(activity -> ((ListedActivity.Booked) activity).adjustment())
                .sorted(Comparator.comparing(Adjustment::at))
                .toList();
    }

    private static <T> FetchResult<FetchedList<T>> read(
            FetchResult<FetchedList<ListedActivity>> listed,
            Function<List<ListedActivity>, List<T>> reading) {
        return switch (listed) {
            case FetchResult.Complete<FetchedList<ListedActivity>> complete ->
                    new FetchResult.Complete<>(complete.value().with(reading));
            case FetchResult.Failed<FetchedList<ListedActivity>> failed ->
                    new FetchResult.Failed<>(failed.fault());
        };
    }

    @Override
    public FetchResult<PortfolioHistory> portfolio(HistorySpan span) {
        return questions.ask(
                api.address("v2/account/portfolio/history")
                        .addQueryParameter("period", HistoryMapper.period(span))
                        .addQueryParameter("timeframe", HistoryMapper.timeframe(span)),
                HistoryMapper::portfolio);
    }
}
