package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.HistoryWords;
import dev.lockstep.domain.account.AccountActivity;
import dev.lockstep.domain.account.AccountActivity.Traded;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.port.AccountHistory;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.FetchedList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Asks the broker what happened on the account. Executions of one time come in no order that means
 * anything; the order's running total puts them right.
 */
final class AlpacaHistory implements AccountHistory {
    private static final Comparator<Fill> AS_THEY_HAPPENED =
            Comparator.comparing(Fill::transactTime)
                    .thenComparing(Fill::cumQty)
                    .thenComparing(Fill::executionId);

    private final Api api;
    private final Questions questions;

    AlpacaHistory(Api api, Questions questions) {
        this.api = api;
        this.questions = questions;
    }

    @Override
    public Fetched<FetchedList<Fill>> fillsSince(Instant time) {
        return switch (new ActivityPages(api, questions).since(time, "FILL")) {
            case Fetched.Complete<FetchedList<AccountActivity>> complete ->
                    new Fetched.Complete<>(complete.value().with(all -> fills(all, time)));
            case Fetched.Failed<FetchedList<AccountActivity>> failed ->
                    new Fetched.Failed<>(failed.fault());
        };
    }

    private static List<Fill> fills(List<AccountActivity> activities, Instant time) {
        return activities.stream()
                .filter(Traded.class::isInstance)
                .map(activity -> ((Traded) activity).fill())
                .filter(fill -> !fill.transactTime().isBefore(time))
                .sorted(AS_THEY_HAPPENED)
                .toList();
    }

    @Override
    public Fetched<FetchedList<AccountActivity>> activitiesSince(Instant time) {
        return new ActivityPages(api, questions).since(time, "");
    }

    @Override
    public Fetched<PortfolioHistory> portfolio(HistorySpan span) {
        return questions.ask(
                api.address("v2/account/portfolio/history")
                        .addQueryParameter("period", HistoryWords.period(span))
                        .addQueryParameter("timeframe", HistoryWords.timeframe(span)),
                HistoryWords::portfolio);
    }
}
