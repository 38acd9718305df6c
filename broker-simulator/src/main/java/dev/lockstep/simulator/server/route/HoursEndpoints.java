package dev.lockstep.simulator.server.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.ErrorKind;
import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.hours.RealHours;
import dev.lockstep.simulator.exchange.market.StockMarket;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.request.VenueEndpoint;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.CalendarJson;
import dev.lockstep.simulator.wire.ClockJson;
import dev.lockstep.simulator.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Endpoints for market clock and calendar, in the second and third version of Alpaca's API. */
final class HoursEndpoints {
    private static final int MAX_DAYS_TO_SETTLE = 7;

    private final ExchangeGate floor;
    private final ExchangeCalendar calendar = new ExchangeCalendar();

    HoursEndpoints(ExchangeGate floor) {
        this.floor = floor;
    }

    void register(Routes routes) {
        routes.get("/v2/clock", Access.keyed(this::clock));
        routes.get("/v2/calendar", Access.keyed(badRequest(this::calendar)));
        routes.get("/v3/clock", Access.keyed(badRequest(this::clocks)));
        routes.get("/v3/calendar/{market}", Access.keyed(badRequest(this::calendarOfMarket)));
    }

    /** Responds to a parameter error with status 400, as Alpaca's calendar does. */
    private static VenueEndpoint badRequest(VenueEndpoint endpoint) {
        return (request, account) -> {
            try {
                return endpoint.answer(request, account);
            } catch (RefusedRequest refused) {
                String message = refused.refusal().message();
                return VenueAnswer.refused(Refusal.of(ErrorKind.MALFORMED, message));
            }
        };
    }

    private VenueAnswer clock(ExchangeRequest request, String account) {
        return VenueAnswer.ok(ClockJson.of(floor.call((exchange, now) -> exchange.clock(now))));
    }

    private VenueAnswer clocks(ExchangeRequest request, String account) {
        Query query = request.query();
        List<String> codes = query.list("markets");
        Optional<String> unsupported = codes.stream().filter(StockMarket::unsupported).findFirst();
        if (unsupported.isPresent()) {
            return UnsupportedEndpoints.answer("market " + unsupported.get());
        }
        Set<StockMarket> markets = new LinkedHashSet<>();
        codes.forEach(code -> markets.add(market("markets", code)));
        List<StockMarket> requested =
                markets.isEmpty() ? List.of(StockMarket.values()) : List.copyOf(markets);
        ObjectNode answer = Json.object();
        answer.set(
                "clocks",
                floor.call((exchange, now) -> {
                    Instant at = query.timeOr("time", now);
                    return requested.stream()
                            .collect(
                                    Json.toArray(market ->
                                            ClockJson.of(
                                                    market, exchange.clock(at), exchange.day(at))));
                }));
        return VenueAnswer.ok(answer);
    }

    /** Returns the whole calendar unless days are given. */
    private VenueAnswer calendar(ExchangeRequest request, String account) {
        Query query = request.query();
        LocalDate start = day(query, "start", RealHours.FIRST_DAY);
        LocalDate end = day(query, "end", RealHours.LAST_DAY);
        List<LocalDate> days = settling(query) ? settlingDays(start, end) : days(start, end);
        return VenueAnswer.ok(
                days.stream().collect(Json.toArray(day -> CalendarJson.of(day, calendar))));
    }

    private VenueAnswer calendarOfMarket(ExchangeRequest request, String account) {
        String code = request.pathParam("market");
        if (StockMarket.unsupported(code)) {
            return UnsupportedEndpoints.answer("market " + code);
        }
        StockMarket market = market("market", code);
        Query query = request.query();
        LocalDate start = day(query, "start", today());
        LocalDate end = day(query, "end", start.plusWeeks(1));
        return VenueAnswer.ok(CalendarJson.of(market, days(start, end), calendar, zone(query)));
    }

    private LocalDate today() {
        return floor.call((_, now) -> LocalDate.ofInstant(now, ExchangeCalendar.NEW_YORK));
    }

    private static LocalDate day(Query query, String name, LocalDate absent) {
        String text = query.text(name);
        return text == null ? absent : Query.date(text, name);
    }

    private static boolean settling(Query query) {
        String type = query.text("date_type");
        if (type == null || type.equals("TRADING")) {
            return false;
        }
        if (type.equals("SETTLEMENT")) {
            return true;
        }
        throw refused("invalid date_type");
    }

    private static ZoneId zone(Query query) {
        String zone = query.text("timezone");
        if (zone != null && !zone.equals("UTC")) {
            throw refused("timezone: " + zone + " (expected: UTC, or none)");
        }
        return zone == null ? ExchangeCalendar.NEW_YORK : ZoneOffset.UTC;
    }

    private static StockMarket market(String parameter, String code) {
        return StockMarket.find(code)
                .orElseThrow(() -> {
                    List<String> known =
                            Stream.of(StockMarket.values())
                                    .flatMap(one -> Stream.of(one.name(), one.mic()))
                                    .toList();
                    return refused(
                            parameter
                                    + ": "
                                    + code
                                    + " (expected: one of "
                                    + String.join(", ", known)
                                    + ")");
                });
    }

    /** Returns the trading days of a range, as far as the calendar reaches. */
    private List<LocalDate> days(LocalDate start, LocalDate end) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = end.isBefore(RealHours.LAST_DAY) ? end : RealHours.LAST_DAY;
        LocalDate day = start.isBefore(RealHours.FIRST_DAY) ? RealHours.FIRST_DAY : start;
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.tradingDay(day)) {
                days.add(day);
            }
        }
        return days;
    }

    /** Returns the days whose trades settle within the range. */
    private List<LocalDate> settlingDays(LocalDate start, LocalDate end) {
        return days(start.minusDays(MAX_DAYS_TO_SETTLE), end).stream()
                .filter(day -> !calendar.next(day).isBefore(start))
                .filter(day -> !calendar.next(day).isAfter(end))
                .toList();
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
