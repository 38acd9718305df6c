package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.wire.AlpacaMapper;
import dev.lockstep.broker.alpaca.wire.ListedOrder;
import dev.lockstep.broker.alpaca.wire.ReferenceMapper;
import dev.lockstep.broker.alpaca.wire.activity.HistoryMapper;
import dev.lockstep.broker.alpaca.wire.activity.ListedActivity;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Position;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/**
 * Sends queries to the broker and parses the answers: returns either a complete result or the
 * fault.
 */
final class AlpacaQueries {
    private final Api api;
    private final ErrorClassifier faults;
    private final Foreign foreign;
    private final InstantSource clock;

    AlpacaQueries(Api api, ErrorClassifier faults, Foreign foreign, InstantSource clock) {
        this.api = api;
        this.faults = faults;
        this.foreign = foreign;
        this.clock = clock;
    }

    /** Looks up an order; an answer about another order is a fault. */
    OrderLookup order(HttpUrl.Builder address, Predicate<BrokerOrder> asked) {
        Reply reply = api.get(address);
        if (ErrorClassifier.absent(reply)) {
            return new OrderLookup.Absent(ErrorClassifier.poll(reply));
        }
        Evidence evidence = ErrorClassifier.poll(reply);
        if (!(reply instanceof Reply.Answer answer) || !answer.successful()) {
            return new OrderLookup.Failed(faults.of(reply));
        }
        try {
            BrokerOrder order = AlpacaMapper.order(answer.body(), clock.instant());
            return asked.test(order)
                    ? new OrderLookup.Found(order, evidence)
                    : new OrderLookup.Failed(ErrorClassifier.another(reply, order.text()));
        } catch (UnreadableException why) {
            return AlpacaMapper.unreadableOrder(answer.body(), why)
                    .<OrderLookup>map(item -> new OrderLookup.Unreadable(item, evidence))
                    .orElseGet(
                            () -> new OrderLookup.Failed(ErrorClassifier.unreadable(reply, why)));
        }
    }

    FetchResult<List<ListedOrder>> orders(HttpUrl.Builder address) {
        return ask(address, body -> logUnreadable(AlpacaMapper.orders(body, clock.instant())));
    }

    private List<ListedOrder> logUnreadable(List<ListedOrder> orders) {
        for (ListedOrder order : orders) {
            switch (order) {
                case ListedOrder.Unreadable unreadable -> note(unreadable.item());
                case ListedOrder.Read read -> {
                    if (read.order().status() instanceof ReportedStatus.Unrecognized status) {
                        foreign.note("status " + status.word(), "unknown status of " + read.key());
                    }
                }
            }
        }
        return orders;
    }

    FetchResult<List<ListedActivity>> activities(HttpUrl.Builder address) {
        return ask(
                address,
                body -> {
                    List<ListedActivity> activities = HistoryMapper.activities(body);
                    activities.forEach(activity -> {
                        if (activity instanceof ListedActivity.Unreadable unreadable) {
                            note(unreadable.item());
                        }
                    });
                    return activities;
                });
    }

    AssetLookup asset(Symbol symbol, HttpUrl.Builder address) {
        Reply reply = api.get(address);
        if (ErrorClassifier.absent(reply)) {
            return new AssetLookup.Absent(symbol);
        }
        return switch (fetched(reply, ReferenceMapper::asset)) {
            case FetchResult.Complete<Asset>(Asset asset) ->
                    asset.symbol().equals(symbol)
                            ? new AssetLookup.Found(asset)
                            : new AssetLookup.Failed(
                                    ErrorClassifier.another(reply, asset.symbol().value()));
            case FetchResult.Failed<Asset> failed -> new AssetLookup.Failed(failed.fault());
        };
    }

    FetchResult<FetchedList<Position>> positions() {
        return ask(
                api.address("v2/positions"),
                body -> {
                    FetchedList<Position> positions = AlpacaMapper.positions(body);
                    positions.unreadable().forEach(this::note);
                    return positions;
                });
    }

    private void note(UnreadableItem item) {
        foreign.note(item.kind().noun() + " " + item.name(), item.reason());
    }

    <T> FetchResult<T> ask(HttpUrl.Builder address, Reading<T> reading) {
        return fetched(api.get(address), reading);
    }

    private <T> FetchResult<T> fetched(Reply reply, Reading<T> reading) {
        if (!(reply instanceof Reply.Answer answer) || !answer.successful()) {
            return new FetchResult.Failed<>(faults.of(reply));
        }
        try {
            return new FetchResult.Complete<>(reading.read(answer.body()));
        } catch (UnreadableException unreadable) {
            return new FetchResult.Failed<>(ErrorClassifier.unreadable(reply, unreadable));
        }
    }

    /** Parses a response body. */
    @FunctionalInterface
    interface Reading<T> {
        T read(String body) throws UnreadableException;
    }
}
