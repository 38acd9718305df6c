package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.wire.AlpacaWords;
import dev.lockstep.broker.alpaca.wire.HistoryWords;
import dev.lockstep.broker.alpaca.wire.ListedActivity;
import dev.lockstep.broker.alpaca.wire.ListedOrder;
import dev.lockstep.broker.alpaca.wire.ListedPositions;
import dev.lockstep.broker.alpaca.wire.ReferenceWords;
import dev.lockstep.broker.alpaca.wire.UnreadableException;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.port.AssetLookup;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.OrderLookup;
import dev.lockstep.domain.position.Position;
import java.time.InstantSource;
import java.util.List;
import okhttp3.HttpUrl;

/** Asks the broker and reads the answer: a complete one, or the reason why there is none. */
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

    OrderLookup order(HttpUrl.Builder address) {
        Reply reply = api.get(address);
        if (Faults.absent(reply)) {
            return new OrderLookup.Absent(Faults.poll(reply));
        }
        Evidence evidence = Faults.poll(reply);
        return switch (fetched(reply, body -> AlpacaWords.order(body, clock.instant()))) {
            case Fetched.Complete<BrokerOrder>(BrokerOrder order) ->
                    new OrderLookup.Found(order, evidence);
            case Fetched.Failed<BrokerOrder> failed -> new OrderLookup.Failed(failed.fault());
        };
    }

    Fetched<List<ListedOrder>> orders(HttpUrl.Builder address) {
        return ask(address, body -> noted(AlpacaWords.orders(body, clock.instant())));
    }

    private List<ListedOrder> noted(List<ListedOrder> orders) {
        for (ListedOrder order : orders) {
            if (order.order() == null) {
                foreign.note("order " + order.id(), order.text());
            } else if (order.order().status() instanceof ReportedStatus.Unrecognized status) {
                foreign.note("status " + status.word(), "unknown word of order " + order.id());
            }
        }
        return orders;
    }

    Fetched<List<ListedActivity>> activities(HttpUrl.Builder address) {
        return ask(
                address,
                body -> {
                    List<ListedActivity> activities = HistoryWords.activities(body);
                    activities.stream()
                            .filter(activity -> activity.activity() == null)
                            .forEach(activity ->
                                    foreign.note("activity " + activity.id(), activity.text()));
                    return activities;
                });
    }

    AssetLookup asset(Symbol symbol, HttpUrl.Builder address) {
        Reply reply = api.get(address);
        if (Faults.absent(reply)) {
            return new AssetLookup.Absent(symbol);
        }
        return switch (fetched(reply, ReferenceWords::asset)) {
            case Fetched.Complete<Asset>(Asset asset) -> new AssetLookup.Found(asset);
            case Fetched.Failed<Asset> failed -> new AssetLookup.Failed(failed.fault());
        };
    }

    Fetched<List<Position>> positions() {
        return ask(api.address("v2/positions"), body -> expressible(AlpacaWords.positions(body)));
    }

    private List<Position> expressible(ListedPositions listed) {
        listed.others()
                .forEach(symbol -> foreign.note("position " + symbol, "not a share or a coin"));
        return listed.positions();
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

    /** How a body is read. */
    @FunctionalInterface
    interface Reading<T> {
        T read(String body) throws UnreadableException;
    }
}
