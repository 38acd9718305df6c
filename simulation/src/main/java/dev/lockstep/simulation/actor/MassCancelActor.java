package dev.lockstep.simulation.actor;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulator.LedgerOrder;
import java.util.List;

/**
 * Submits more resting orders than a sync looks up one by one. Some time after that the exchange
 * cancels all of them, and its stream does not say so.
 */
final class MassCancelActor {
    private static final int ORDERS = 25;
    private static final int PERCENT_OF_PRICE = 93;

    private final Stage stage;
    private final RandomTerms terms;
    private final Chance chance;
    private boolean resting;

    MassCancelActor(Stage stage, Chance chance) {
        this.stage = stage;
        this.chance = chance;
        this.terms = new RandomTerms(stage.market(), stage.promises(), chance);
    }

    void act(PlatformProcess process) {
        if (resting) {
            cancelAll();
        } else {
            submitAll(process);
        }
        resting = !resting;
    }

    private void submitAll(PlatformProcess process) {
        Symbol symbol = chance.of(RandomTerms.SHARES);
        for (int number = 0; number < ORDERS; number++) {
            process.useCases().submit().submit(farFromMarket(symbol));
        }
    }

    private NewOrder farFromMarket(Symbol symbol) {
        return new NewOrder(
                        symbol,
                        Side.BUY,
                        Quantity.of("1"),
                        new OrderType.Limit(terms.price(symbol, PERCENT_OF_PRICE)),
                        TimeInForce.GTC)
                .with(terms.strategy());
    }

    private void cancelAll() {
        List<LedgerOrder> ours =
                stage.market().orders().stream()
                        .filter(order -> order.status().equals("new"))
                        .filter(order ->
                                !stage.promises().externalIds().contains(order.id().toString()))
                        .toList();
        ours.forEach(order -> stage.promises().touchedElsewhere(order.id().toString()));
        stage.market()
                .withoutEvents(() ->
                        ours.forEach(order ->
                                stage.market()
                                        .elsewhere("DELETE", "/v2/orders/" + order.id(), "")));
    }
}
