package dev.lockstep.simulation.actor;

import dev.lockstep.broker.alpaca.connection.InProcessLink.Received;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What happens at the exchange without the platform: others' orders, others' changes, prices. */
final class Outsiders {
    private static final Set<String> WORKING = Set.of("new", "accepted", "partially_filled");

    private final Stage stage;
    private final Chance chance;

    Outsiders(Stage stage, Chance chance) {
        this.stage = stage;
        this.chance = chance;
    }

    void trade() {
        List<LedgerOrder> own = open(true);
        if (!own.isEmpty() && chance.percent(30)) {
            String id = chance.of(own).id().toString();
            stage.promises().touchedElsewhere(id);
            stage.market().elsewhere("DELETE", "/v2/orders/" + id, "");
            return;
        }
        String symbol = chance.of(RandomTerms.SHARES).value();
        String id = Promises.ELSEWHERE + chance.between(0, 1_000_000_000);
        BigDecimal price =
                stage.market()
                        .price(symbol)
                        .multiply(BigDecimal.valueOf(100 + chance.between(-5, 1), 2))
                        .setScale(2, RoundingMode.HALF_UP);
        Received received =
                stage.market()
                        .elsewhere(
                                "POST",
                                "/v2/orders",
                                ("{\"symbol\":\"%s\",\"side\":\"buy\",\"qty\":\"%d\",\"type\":\"limit\","
                                                + "\"limit_price\":\"%s\",\"time_in_force\":\"gtc\","
                                                + "\"client_order_id\":\"%s\"}")
                                        .formatted(symbol, chance.between(1, 9), price, id));
        if (received.status() == 200) {
            stage.market().orders().stream()
                    .filter(order -> order.clientOrderId().equals(id))
                    .forEach(order -> stage.promises().external(order.id().toString()));
        }
    }

    /** Cancels or replaces one of our orders. */
    void change() {
        List<LedgerOrder> ours = open(false);
        if (ours.isEmpty()) {
            return;
        }
        LedgerOrder order = chance.of(ours);
        stage.promises().touchedElsewhere(order.id().toString());
        if (chance.percent(50)) {
            stage.market().elsewhere("DELETE", "/v2/orders/" + order.id(), "");
        } else {
            stage.market()
                    .elsewhere(
                            "PATCH",
                            "/v2/orders/" + order.id(),
                            "{\"qty\":\"" + chance.between(1, 30) + "\"}");
        }
    }

    void movePrices() {
        String symbol =
                chance.percent(20)
                        ? RandomTerms.COIN.value()
                        : chance.of(RandomTerms.SHARES).value();
        BigDecimal next =
                stage.market()
                        .price(symbol)
                        .multiply(BigDecimal.valueOf(1_000 + chance.between(-25, 25), 3))
                        .setScale(2, RoundingMode.HALF_UP);
        stage.market().setPrice(symbol, next);
    }

    /** Books corporate actions. */
    void corporateAction() {
        String symbol = chance.of(RandomTerms.SHARES).value();
        stage.promises().corporateAction(symbol);
        switch (chance.between(0, 4)) {
            case 0 -> stage.market().split(symbol, 1, 2);
            case 1 -> stage.market().split(symbol, 2, 1);
            case 2 -> stage.market().dividend(symbol, new BigDecimal("0.25"));
            case 3 -> stage.market().transferShares(symbol, chance.between(1, 9));
            default -> stage.market().transferCash(chance.between(-500, 500));
        }
    }

    /**
     * The exchange takes a trade of ours back, also one that a replacement counts as filled, or
     * that an exit is to close.
     */
    void bust() {
        List<LedgerOrder> traded =
                stage.market().orders().stream()
                        .filter(order -> order.filledQty().signum() > 0)
                        .filter(order -> !Promises.isElsewhere(order.clientOrderId()))
                        .toList();
        if (traded.isEmpty()) {
            return;
        }
        LedgerOrder order = chance.of(busted(traded));
        stage.promises().busted(order.symbol());
        if (chance.percent(50)) {
            stage.market().bustPart(order);
        } else {
            stage.market().bust(order);
        }
    }

    /** Returns the orders to choose from: replaced ones, entries that have exits, or any. */
    private List<LedgerOrder> busted(List<LedgerOrder> traded) {
        List<LedgerOrder> some =
                chance.percent(50)
                        ? traded.stream()
                                .filter(order -> order.status().equals("replaced"))
                                .toList()
                        : traded.stream()
                                .filter(order -> stage.promises().isEntry(order.clientOrderId()))
                                .toList();
        return some.isEmpty() || chance.percent(20) ? traded : some;
    }

    /** The exchange makes an order of ours smaller. */
    void resize() {
        List<LedgerOrder> ours = open(false).stream().filter(order -> order.qty() != null).toList();
        if (ours.isEmpty()) {
            return;
        }
        LedgerOrder order = chance.of(ours);
        BigDecimal leaves = Objects.requireNonNull(order.qty()).subtract(order.filledQty());
        BigDecimal kept =
                leaves.multiply(BigDecimal.valueOf(chance.between(30, 90), 2))
                        .setScale(Math.max(0, leaves.scale()), RoundingMode.UP);
        if (stage.market().resize(order, order.filledQty().add(kept))) {
            stage.promises().resized(order.id().toString());
        }
    }

    /** Adopts an external order. */
    void adopt(PlatformProcess process) {
        List<LedgerOrder> own = open(true);
        if (!own.isEmpty()) {
            String id = chance.of(own).id().toString();
            stage.promises().touchedElsewhere(id);
            process.useCases().adopt().adopt(new BrokerOrderId(id));
        }
    }

    private List<LedgerOrder> open(boolean external) {
        return stage.market().orders().stream()
                .filter(order -> WORKING.contains(order.status()))
                .filter(order ->
                        stage.promises().externalIds().contains(order.id().toString()) == external)
                .toList();
    }
}
