package dev.lockstep.simulator.server.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry.CorporateActionTaken;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.CorporateActionJson;
import dev.lockstep.simulator.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Endpoint for the corporate actions that took place, by kind. */
final class CorporateActionDataEndpoints {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final Set<String> TYPES =
            Set.of(
                    ("reverse_split forward_split unit_split cash_dividend stock_dividend spin_off"
                                    + " cash_merger stock_merger stock_and_cash_merger redemption"
                                    + " name_change worthless_removal rights_distribution"
                                    + " partial_call reorganization")
                            .split(" ", -1));

    private static final List<String> REGIONS = List.of("us", "non_us", "all");
    private static final List<String> QUALITIES = List.of("complete", "all");
    private static final List<String> FILTERS =
            List.of("symbols", "cusips", "types", "start", "end", "region", "data_quality");

    private final ExchangeGate floor;

    CorporateActionDataEndpoints(ExchangeGate floor) {
        this.floor = floor;
    }

    private record Found(Instant now, List<CorporateActionTaken> taken) {}

    void register(Routes routes) {
        routes.get("/v1/corporate-actions", Access.keyed((request, _) -> list(request)));
    }

    private VenueAnswer list(ExchangeRequest request) {
        DataQuery query = new DataQuery(request, false);
        Found found =
                floor.call((exchange, now) ->
                        new Found(now, List.copyOf(exchange.records().corporateActionsTaken())));
        List<CorporateActionTaken> all = new ArrayList<>(filtered(query, found));
        if (!query.ascending(true)) {
            Collections.reverse(all);
        }
        int limit = query.limit(DEFAULT_LIMIT, MAX_LIMIT);
        PageToken token = PageToken.parse(query.text("page_token"));
        int from = token == null ? 0 : Math.clamp(token.number(), 0, all.size());
        int to = Math.min(from + limit, all.size());
        ObjectNode answer = Json.object();
        ObjectNode byType = answer.putObject("corporate_actions");
        for (CorporateActionTaken taken : all.subList(from, to)) {
            byType.withArray(CorporateActionJson.type(taken.action()) + "s")
                    .add(CorporateActionJson.of(taken));
        }
        String next =
                to < all.size() ? new PageToken(Integer.toString(to), Instant.EPOCH).text() : null;
        return VenueAnswer.ok(answer.put("next_page_token", next));
    }

    private static List<CorporateActionTaken> filtered(DataQuery query, Found found) {
        List<String> ids = query.list("ids");
        Set<String> symbols = query.symbolsOrAll();
        List<String> types = query.list("types");
        if (!TYPES.containsAll(types)) {
            throw DataQuery.refused("invalid types: " + String.join(",", types));
        }
        boolean elsewhere = oneOf(query, "region", REGIONS).equals("non_us");
        oneOf(query, "data_quality", QUALITIES);
        if (!ids.isEmpty()) {
            if (FILTERS.stream().anyMatch(name -> query.text(name) != null)) {
                throw DataQuery.refused(
                        "ids: mutually exclusive with " + String.join(", ", FILTERS));
            }
            return found.taken().stream()
                    .filter(one -> ids.contains(one.action().id().toString()))
                    .toList();
        }
        if (elsewhere || !query.list("cusips").isEmpty()) {
            // All assets are listed in the United States, and none has a CUSIP.
            return List.of();
        }
        LocalDate start = day(query.start(found.now()));
        LocalDate end = day(query.end(found.now()));
        return found.taken().stream()
                .filter(one -> symbols.isEmpty() || symbols.contains(one.action().symbol()))
                .filter(one ->
                        types.isEmpty() || types.contains(CorporateActionJson.type(one.action())))
                .filter(one -> !CorporateActionJson.day(one).isBefore(start))
                .filter(one -> !CorporateActionJson.day(one).isAfter(end))
                .toList();
    }

    /** Returns a keyword of a parameter; the first of them is the default. */
    private static String oneOf(DataQuery query, String name, List<String> keywords) {
        String text = Objects.requireNonNullElse(query.text(name), keywords.getFirst());
        if (!keywords.contains(text)) {
            throw DataQuery.refused("invalid " + name + ": " + text);
        }
        return text;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ExchangeCalendar.NEW_YORK);
    }
}
