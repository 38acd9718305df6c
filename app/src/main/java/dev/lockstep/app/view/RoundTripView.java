package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.RoundTrip;
import dev.lockstep.domain.position.TripStatistics;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Report;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Trip;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Round trips as JSON; numbers are strings, because they are exact. */
public final class RoundTripView {
    private static final int PRICE_DECIMALS = 6;

    private RoundTripView() {}

    /** Returns the JSON for programs. */
    public static ObjectNode json(Report report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("method", "fifo");
        node.set("statistics", json(report.statistics()));
        ArrayNode trips = node.putArray("trips");
        report.newest().forEach(trip -> trips.add(json(trip)));
        ArrayNode days = node.putArray("days");
        report.days()
                .forEach(day ->
                        days.addObject()
                                .put("day", day.day().toString())
                                .put("trips", day.trips())
                                .put("profit", day.profit().toString()));
        return node;
    }

    private static ObjectNode json(TripStatistics all) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("trips", all.trips())
                .put("wins", all.wins())
                .put("losses", all.losses())
                .put("gained", all.gained().toString())
                .put("lost", all.lost().toString())
                .put("best", text(all.best()))
                .put("worst", text(all.worst()))
                .put("winRate", text(all.winRate()))
                .put("profitFactor", text(all.profitFactor()))
                .put("expectancy", text(all.expectancy()));
    }

    private static ObjectNode json(Trip listed) {
        RoundTrip trip = listed.trip();
        Order entry = listed.entry();
        Order exit = listed.exit();
        StrategyId strategy = entry == null ? null : entry.terms().strategy();
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", trip.symbol().value())
                .put("direction", trip.entrySide() == Side.BUY ? "long" : "short")
                .put("qty", trip.qty().toString())
                .put("entryPrice", price(trip.entryValue(), trip.qty()))
                .put("exitPrice", price(trip.exitValue(), trip.qty()))
                .put("profit", trip.profit().toString())
                .put("heldMillis", trip.held().toMillis())
                .put("enteredAt", trip.enteredAt().toString())
                .put("exitedAt", trip.exitedAt().toString())
                .put("strategy", text(strategy))
                .put("exitReason", reason(exit))
                .put("entryOrder", entry == null ? null : entry.id().value())
                .put("exitOrder", exit == null ? null : exit.id().value());
    }

    /** Returns why an order closed a position, as far as its purpose and type say. */
    private static String reason(@Nullable Order exit) {
        if (exit == null) {
            return "external";
        }
        if (OrderPurpose.Kind.CLOSING.of(exit)) {
            return "close";
        }
        if (exit.parent() == null && !OrderPurpose.Kind.PROTECTION.of(exit)) {
            return "order";
        }
        return switch (exit.terms().type()) {
            case OrderType.Limit _ -> "take profit";
            case OrderType.Stop _, OrderType.StopLimit _, OrderType.TrailingStop _ -> "stop loss";
            case OrderType.Market _ -> "order";
        };
    }

    private static String price(Money value, Quantity qty) {
        return value.value()
                .divide(qty.value(), PRICE_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
