package dev.lockstep.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An exchange with one account, whose time advances only on request. */
final class Venue {
    static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
    static final String ACCOUNT = "sim";

    final List<LedgerEntry> entries = new ArrayList<>();
    final Exchange exchange;
    Instant now = NOON;

    Venue() {
        this(new ExchangeConfig(7, 0, false, new AlwaysOpen()));
    }

    Venue(ExchangeConfig config) {
        exchange = new Exchange(config, (entry, _) -> entries.add(entry));
        exchange.open(ACCOUNT, new BigDecimal("100000"), now);
    }

    static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    void price(String symbol, String price) {
        exchange.prices().setPrice(asset(symbol), dec(price), now);
    }

    void pass(Duration time) {
        now = now.plus(time);
        exchange.advance(now);
    }

    Asset asset(String symbol) {
        return exchange.prices().asset(symbol).orElseThrow();
    }

    Outcome<OrderView> submit(OrderRequest request) {
        return exchange.desk().submit(ACCOUNT, request, now);
    }

    OrderView accepted(OrderRequest request) {
        Outcome<OrderView> outcome = submit(request);
        assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Granted.class);
        return switch (outcome) {
            case Outcome.Granted<OrderView>(OrderView order) -> order;
            case Outcome.Refused<OrderView>(Refusal refusal) ->
                    throw new AssertionError(refusal.message());
        };
    }

    Refusal refused(OrderRequest request) {
        return refusal(submit(request));
    }

    static Refusal refusal(Outcome<OrderView> outcome) {
        return switch (outcome) {
            case Outcome.Granted<OrderView>(OrderView order) ->
                    throw new AssertionError("granted: " + order);
            case Outcome.Refused<OrderView>(Refusal refusal) -> refusal;
        };
    }

    UUID buy(String symbol, String qty) {
        return accepted(OrderRequest.market(symbol, Side.BUY, dec(qty))).order().id();
    }

    Order order(UUID id) {
        return view(id).order();
    }

    OrderView view(UUID id) {
        return exchange.records().order(ACCOUNT, id).orElseThrow();
    }

    Order leg(UUID parent, LegRole role) {
        return view(parent).legs().stream()
                .filter(leg -> leg.lineage().role() == role)
                .findFirst()
                .orElseThrow();
    }

    OrderStatus status(UUID id) {
        return order(id).status();
    }

    BigDecimal held(String symbol) {
        return exchange.records()
                .position(ACCOUNT, asset(symbol))
                .map(view -> view.position().qty())
                .orElse(BigDecimal.ZERO);
    }
}
