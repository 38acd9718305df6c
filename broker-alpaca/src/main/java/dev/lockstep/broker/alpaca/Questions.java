package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.wire.AlpacaWords;
import dev.lockstep.broker.alpaca.wire.HistoryWords;
import dev.lockstep.broker.alpaca.wire.ListedActivity;
import dev.lockstep.broker.alpaca.wire.ListedOrder;
import dev.lockstep.broker.alpaca.wire.ReferenceWords;
import dev.lockstep.broker.alpaca.wire.UnreadableException;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.port.AssetLookup;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.FetchedList;
import dev.lockstep.domain.port.OrderLookup;
import dev.lockstep.domain.port.UnreadableItem;
import dev.lockstep.domain.position.Position;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/**
 * Sends queries to the broker and parses the answers: returns either a complete result or the
 * fault.
 */
final class Questions {
    private final Api api;
    private final Faults faults;
    private final Foreign foreign;
    private final InstantSource clock;

    Questions(Api api, Faults faults, Foreign foreign, InstantSource clock) {
        this.api = api;
        this.faults = faults;
        this.foreign = foreign;
        this.clock = clock;
    }

    /** Looks up an order; an answer about another order is a fault. */
    OrderLookup order(HttpUrl.Builder address, Predicate<BrokerOrder> asked) {
        Reply reply = api.get(address);
        if (Faults.absent(reply)) {
            return new OrderLookup.Absent(Faults.poll(reply));
        }
        Evidence evidence = Faults.poll(reply);
        if (!(reply instanceof Reply.Answer answer) || !answer.successful()) {
            return new OrderLookup.Failed(faults.of(reply));
        }
        try {
            BrokerOrder order = AlpacaWords.order(answer.body(), clock.instant());
            return asked.test(order)
                    ? new OrderLookup.Found(order, evidence)
                    : new OrderLookup.Failed(Faults.another(reply, order.text()));
        } catch (UnreadableException why) {
            return AlpacaWords.unreadableOrder(answer.body(), why)
                    .<OrderLookup>map(item -> new OrderLookup.Unreadable(item, evidence))
                    .orElseGet(() -> new OrderLookup.Failed(Faults.unreadable(reply, why)));
        }
    }

    Fetched<List<ListedOrder>> orders(HttpUrl.Builder address) {
        return ask(address, body -> logUnreadable(AlpacaWords.orders(body, clock.instant())));
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

    Fetched<List<ListedActivity>> activities(HttpUrl.Builder address) {
        return ask(
                address,
                body -> {
                    List<ListedActivity> activities = HistoryWords.activities(body);
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
        if (Faults.absent(reply)) {
            return new AssetLookup.Absent(symbol);
        }
        return switch (fetched(reply, ReferenceWords::asset)) {
            case Fetched.Complete<Asset>(Asset asset) ->
                    asset.symbol().equals(symbol)
                            ? new AssetLookup.Found(asset)
                            : new AssetLookup.Failed(Faults.another(reply, asset.symbol().value()));
            case Fetched.Failed<Asset> failed -> new AssetLookup.Failed(failed.fault());
        };
    }

    Fetched<FetchedList<Position>> positions() {
        return ask(
                api.address("v2/positions"),
                body -> {
                    FetchedList<Position> positions = AlpacaWords.positions(body);
                    positions.unreadable().forEach(this::note);
                    return positions;
                });
    }

    private void note(UnreadableItem item) {
        foreign.note(item.kind().noun() + " " + item.name(), item.reason());
    }

    <T> Fetched<T> ask(HttpUrl.Builder address, Reading<T> reading) {
        return fetched(api.get(address), reading);
    }

    private <T> Fetched<T> fetched(Reply reply, Reading<T> reading) {
        if (!(reply instanceof Reply.Answer answer) || !answer.successful()) {
            return new Fetched.Failed<>(faults.of(reply));
        }
        try {
            return new Fetched.Complete<>(reading.read(answer.body()));
        } catch (UnreadableException unreadable) {
            return new Fetched.Failed<>(Faults.unreadable(reply, unreadable));
        }
    }

    /** Parses a response body. */
    @FunctionalInterface
    interface Reading<T> {
        T read(String body) throws UnreadableException;
    }
}
