package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.ledger.Watchlist;
import dev.lockstep.simulator.exchange.model.Asset;
import java.util.List;

/** JSON of Alpaca's watchlist. */
public final class WatchlistJson {
    private WatchlistJson() {}

    /** Renders a watchlist without its assets, as the list of watchlists shows it. */
    public static ObjectNode of(String account, Watchlist watchlist) {
        return Json.object()
                .put("id", watchlist.id().toString())
                .put("account_id", AccountJson.id(account).toString())
                .put("created_at", watchlist.createdAt().toString())
                .put("updated_at", watchlist.updatedAt().toString())
                .put("name", watchlist.name());
    }

    /** Renders a watchlist with its assets. */
    public static ObjectNode of(String account, Watchlist watchlist, List<Asset> assets) {
        ObjectNode json = of(account, watchlist);
        json.set("assets", assets.stream().collect(Json.toArray(AssetJson::of)));
        return json;
    }
}
