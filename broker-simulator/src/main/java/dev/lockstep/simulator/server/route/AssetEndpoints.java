package dev.lockstep.simulator.server.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.AssetJson;
import dev.lockstep.simulator.wire.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Endpoints for tradable assets. */
final class AssetEndpoints {
    private static final Comparator<Asset> LISTED =
            Comparator.comparing((Asset asset) -> asset.assetClass().wireValue())
                    .thenComparing(Asset::exchange)
                    .thenComparing(Asset::symbol);

    private final ExchangeGate floor;

    AssetEndpoints(ExchangeGate floor) {
        this.floor = floor;
    }

    void register(Routes routes) {
        routes.get("/v2/assets", Access.keyed(this::assets));
        routes.get("/v2/assets/{symbol}", Access.keyed(this::asset));
        // Some clients do not encode the slash of a pair.
        routes.get("/v2/assets/{base}/{quote}", Access.keyed(this::pair));
    }

    private VenueAnswer assets(ExchangeRequest request, String account) {
        Collection<Asset> all = floor.call((exchange, _) -> exchange.prices().assets());
        Query query = request.query();
        List<String> given = query.list("asset_class");
        List<String> classes = given.isEmpty() ? List.of(AssetClass.US_EQUITY.wireValue()) : given;
        List<String> attributes = query.list("attributes");
        Predicate<Asset> requested =
                asset ->
                        (attributes.isEmpty()
                                        || asset.attributes().stream()
                                                .anyMatch(attributes::contains))
                                && classes.contains(asset.assetClass().wireValue())
                                && matches(query.text("exchange"), asset.exchange())
                                && matches(query.text("status"), "active");
        return VenueAnswer.ok(
                all.stream().filter(requested).sorted(LISTED).collect(Json.toArray(AssetJson::of)));
    }

    private VenueAnswer asset(ExchangeRequest request, String account) {
        return find(request.pathParam("symbol"));
    }

    private VenueAnswer pair(ExchangeRequest request, String account) {
        return find(request.pathParam("base") + "/" + request.pathParam("quote"));
    }

    private VenueAnswer find(String symbol) {
        Optional<ObjectNode> asset =
                floor.call((exchange, _) -> exchange.prices().asset(symbol).map(AssetJson::of));
        return asset.map(VenueAnswer::ok)
                .orElseGet(() ->
                        VenueAnswer.refused(Refusal.notFound("asset not found for " + symbol)));
    }

    private static boolean matches(@Nullable String requested, String has) {
        return requested == null || requested.equalsIgnoreCase(has);
    }
}
