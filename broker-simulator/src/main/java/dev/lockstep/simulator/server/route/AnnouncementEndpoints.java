package dev.lockstep.simulator.server.route;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.CorporateActionJson;
import dev.lockstep.simulator.wire.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Endpoints for the announcements of corporate actions; only those that took place are known. */
final class AnnouncementEndpoints {
    private static final String ALL = "/v2/corporate_actions/announcements";
    private static final int MAX_RANGE_DAYS = 90;
    private static final Set<String> TYPES =
            Set.of("dividend", "merger", "spinoff", "split", "reorg");
    private static final Set<String> DATE_TYPES =
            Set.of("declaration_date", "ex_date", "record_date", "payable_date");

    private final ExchangeGate floor;

    AnnouncementEndpoints(ExchangeGate floor) {
        this.floor = floor;
    }

    void register(Routes routes) {
        routes.get(ALL, Access.keyed(this::all));
        routes.get(ALL + "/{id}", Access.keyed(this::one));
    }

    private VenueAnswer all(ExchangeRequest request, String account) {
        Query query = request.query();
        Set<String> types = types(query);
        LocalDate since = Query.date(query.required("since"), "since");
        LocalDate until = Query.date(query.required("until"), "until");
        if (until.isBefore(since) || since.plusDays(MAX_RANGE_DAYS).isBefore(until)) {
            throw refused("the date range must be 0 to " + MAX_RANGE_DAYS + " days");
        }
        String dateType = query.text("date_type");
        if (dateType != null && !DATE_TYPES.contains(dateType)) {
            throw refused("invalid date_type");
        }
        String symbol = query.text("symbol");
        return VenueAnswer.ok(
                taken().stream()
                        .filter(one ->
                                types.contains(
                                        CorporateActionJson.announcedType(one.action())
                                                .toLowerCase(Locale.ROOT)))
                        .filter(one -> symbol == null || symbol.equals(one.action().symbol()))
                        .filter(one -> !CorporateActionJson.day(one).isBefore(since))
                        .filter(one -> !CorporateActionJson.day(one).isAfter(until))
                        .collect(Json.toArray(CorporateActionJson::announcement)));
    }

    private VenueAnswer one(ExchangeRequest request, String account) {
        String id = request.pathParam("id");
        return taken().stream()
                .filter(one -> one.action().id().toString().equals(id))
                .findFirst()
                .map(one -> VenueAnswer.ok(CorporateActionJson.announcement(one)))
                .orElseGet(() ->
                        VenueAnswer.refused(Refusal.notFound("announcement not found for " + id)));
    }

    private List<LedgerEntry.CorporateActionTaken> taken() {
        return floor.call((exchange, _) -> List.copyOf(exchange.records().corporateActionsTaken()));
    }

    private static Set<String> types(Query query) {
        Set<String> types = new TreeSet<>();
        query.list("ca_types").forEach(type -> types.add(type.toLowerCase(Locale.ROOT)));
        if (types.isEmpty()) {
            throw refused("ca_types is required");
        }
        if (!TYPES.containsAll(types)) {
            throw refused("invalid ca_types");
        }
        return types;
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
