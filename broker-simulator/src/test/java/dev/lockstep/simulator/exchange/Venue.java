package dev.lockstep.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.LegRole;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An exchange with one account, whose time advances only on request. */
public final class Venue {
    public static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
    public static final String ACCOUNT = "sim";

    public final List<LedgerEntry> entries = new ArrayList<>();
    public final Exchange exchange;
    public Instant now = NOON;

    public Venue() {
        this(new ExchangeConfig(7, 0, false, new AlwaysOpen()));
    }

    public Venue(ExchangeConfig config) {
        exchange = new Exchange(config, (entry, _) -> entries.add(entry));
        exchange.open(ACCOUNT, new BigDecimal("100000"), now);
    }

    public static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    void price(String symbol, String price) {
        exchange.prices().setPrice(asset(symbol), dec(price), now);
    }

    public void pass(Duration time) {
        now = now.plus(time);
        exchange.advance(now);
    }

    public Asset asset(String symbol) {
        return exchange.prices().asset(symbol).orElseThrow();
    }

    public ExchangeResult<OrderSnapshot> submit(RequestedOrder request) {
        return exchange.desk().submit(ACCOUNT, request, now);
    }

    public OrderSnapshot accepted(RequestedOrder request) {
        ExchangeResult<OrderSnapshot> outcome = submit(request);
        assertThat(outcome).as("%s", outcome).isInstanceOf(ExchangeResult.Granted.class);
        return switch (outcome) {
            case ExchangeResult.Granted<OrderSnapshot>(OrderSnapshot order) -> order;
            case ExchangeResult.Refused<OrderSnapshot>(VenueRefusal refusal) ->
                    throw new AssertionError(refusal.message());
        };
    }

    public VenueRefusal refused(RequestedOrder request) {
        return refusal(submit(request));
    }

    static VenueRefusal refusal(ExchangeResult<OrderSnapshot> outcome) {
        return switch (outcome) {
            case ExchangeResult.Granted<OrderSnapshot>(OrderSnapshot order) ->
                    throw new AssertionError("granted: " + order);
            case ExchangeResult.Refused<OrderSnapshot>(VenueRefusal refusal) -> refusal;
        };
    }

    public UUID buy(String symbol, String qty) {
        return accepted(RequestedOrder.market(symbol, Side.BUY, dec(qty))).order().id();
    }

    public Order order(UUID id) {
        return view(id).order();
    }

    OrderSnapshot view(UUID id) {
        return exchange.records().order(ACCOUNT, id).orElseThrow();
    }

    Order leg(UUID parent, LegRole role) {
        return view(parent).legs().stream()
                .filter(leg -> leg.lineage().role() == role)
                .findFirst()
                .orElseThrow();
    }

    public OrderStatus status(UUID id) {
        return order(id).status();
    }

    public BigDecimal held(String symbol) {
        return exchange.records()
                .position(ACCOUNT, asset(symbol), now)
                .map(view -> view.position().qty())
                .orElse(BigDecimal.ZERO);
    }
}
