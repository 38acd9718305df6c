package dev.lockstep.gateway.alpaca.order;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.position.Position;
import dev.lockstep.gateway.alpaca.wire.PositionEffect;

/**
 * Refuses an order that would do something else to the account's position than its bot says. The
 * bot means it as a guard, against opening a short position for example.
 */
final class EffectCheck {
    private final Broker broker;

    EffectCheck(Broker broker) {
        this.broker = broker;
    }

    /**
     * Compares the effect that a bot specifies with that of its order.
     *
     * @throws RefusedRequest if they differ, or if the positions could not be read
     */
    void require(NewOrder terms, PositionEffect specified) {
        PositionEffect inferred = PositionEffect.of(terms.side(), !closes(terms));
        if (specified != inferred) {
            throw new RefusedRequest(
                    Refusal.unprocessable(
                            "position intent mismatch, inferred: "
                                    + inferred.word()
                                    + ", specified: "
                                    + specified.word()));
        }
    }

    private boolean closes(NewOrder terms) {
        return switch (broker.positions()) {
            case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> positions) ->
                    positions.items().stream()
                            .filter(position -> position.symbol().equals(terms.symbol()))
                            .anyMatch(position -> position.exitSide() == terms.side());
            case FetchResult.Failed<FetchedList<Position>> failed ->
                    throw new RefusedRequest(
                            Refusal.unavailable(
                                    "nothing was stored or sent, try again: "
                                            + failed.fault().text()));
        };
    }
}
