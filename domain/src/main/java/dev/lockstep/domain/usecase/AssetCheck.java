package dev.lockstep.domain.usecase;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.port.AssetLookup;
import dev.lockstep.domain.port.Assets;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.risk.AssetRules;
import dev.lockstep.domain.risk.Denial;
import java.util.List;

/**
 * Asks what the broker says of an order's instrument, and denies the order where that is a definite
 * no.
 *
 * <p>An answer that cannot be had denies nothing: trading does not stop because a list of
 * instruments is down, and the venue checks the same once more. What is held is asked for only
 * where shares that cannot be sold short are to be sold.
 */
final class AssetCheck {
    private final Assets assets;
    private final MarketWatch watch;

    AssetCheck(Assets assets, MarketWatch watch) {
        this.assets = assets;
        this.watch = watch;
    }

    List<Denial> denials(NewOrder order) {
        return switch (assets.find(order.symbol())) {
            case AssetLookup.Found(Asset asset) -> denials(order, asset);
            case AssetLookup.Absent absent -> AssetRules.absent(absent.symbol());
            case AssetLookup.Failed _ -> List.of();
        };
    }

    private List<Denial> denials(NewOrder order, Asset asset) {
        List<Denial> denials = AssetRules.denials(order, asset);
        return denials.isEmpty() && AssetRules.dependsOnHolding(order, asset)
                ? shortSale(order)
                : denials;
    }

    private List<Denial> shortSale(NewOrder order) {
        return switch (watch.heldNow(order.symbol())) {
            case Fetched.Complete<NetQuantity>(NetQuantity held) ->
                    AssetRules.shortSale(order, held);
            case Fetched.Failed<NetQuantity> _ -> List.of();
        };
    }
}
