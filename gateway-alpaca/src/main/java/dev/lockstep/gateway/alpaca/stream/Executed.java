package dev.lockstep.gateway.alpaca.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The executions between two states of an order: those that the broker reported if they add up to
 * the difference, else one execution for all of it at its average price.
 */
final class Executed {
    private static final int PRICE_DECIMALS = 6;

    private final Fills fills;

    Executed(Fills fills) {
        this.fills = fills;
    }

    /**
     * Returns the executions, oldest first.
     *
     * @param cumBefore the filled quantity before
     * @param avgBefore the average price before, zero if none
     */
    List<Execution> between(BigDecimal cumBefore, BigDecimal avgBefore, OrderEvent event) {
        OrderState after = event.state();
        BigDecimal qty = after.cumQty().value().subtract(cumBefore);
        Optional<Execution> streamed = streamed(event.evidence(), qty);
        if (streamed.isPresent()) {
            return List.of(streamed.get());
        }
        List<Execution> stored = stored(after, cumBefore, qty);
        return stored.isEmpty() ? List.of(derived(cumBefore, avgBefore, event, qty)) : stored;
    }

    private static Optional<Execution> streamed(Evidence evidence, BigDecimal qty) {
        if (evidence.source() != Evidence.Source.STREAM) {
            return Optional.empty();
        }
        JsonNode data =
                WireJson.tree(evidence.payload())
                        .map(tree -> tree.path("data"))
                        .orElseGet(WireJson::object);
        try {
            BigDecimal price = new BigDecimal(data.path("price").asText());
            BigDecimal last = new BigDecimal(data.path("qty").asText());
            String id = data.path("execution_id").asText("");
            return last.compareTo(qty) == 0 && !id.isEmpty()
                    ? Optional.of(new Execution(id, price, last))
                    : Optional.empty();
        } catch (NumberFormatException noExecution) {
            return Optional.empty();
        }
    }

    private List<Execution> stored(OrderState after, BigDecimal cumBefore, BigDecimal qty) {
        BrokerOrderId id = after.brokerOrderId();
        if (id == null) {
            return List.of();
        }
        List<Fill> between =
                fills.of(id).stream()
                        .filter(fill -> fill.cumQty().value().compareTo(cumBefore) > 0)
                        .filter(fill -> fill.cumQty().compareTo(after.cumQty()) <= 0)
                        .toList();
        BigDecimal sum =
                between.stream()
                        .map(fill -> fill.lastQty().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(qty) == 0
                ? between.stream()
                        .map(fill ->
                                new Execution(
                                        fill.executionId().value(),
                                        fill.lastPx().value(),
                                        fill.lastQty().value()))
                        .toList()
                : List.of();
    }

    private static Execution derived(
            BigDecimal cumBefore, BigDecimal avgBefore, OrderEvent event, BigDecimal qty) {
        Price avgPx = event.state().avgPx();
        BigDecimal price =
                avgPx == null
                        ? BigDecimal.ZERO
                        : avgPx.value()
                                .multiply(event.state().cumQty().value())
                                .subtract(avgBefore.multiply(cumBefore))
                                .divide(qty, PRICE_DECIMALS, RoundingMode.HALF_EVEN);
        String name = event.orderId() + " " + event.version();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Execution(id.toString(), price, qty);
    }

    /**
     * One execution.
     *
     * @param id its id
     * @param price its price
     * @param qty its quantity
     */
    record Execution(String id, BigDecimal price, BigDecimal qty) {}
}
