package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.venue.Venue;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Checks an order against the broker's data on its instrument, market and position, and denies it
 * if they definitely forbid it.
 *
 * <p>Missing data denies nothing: trading does not stop because a list of instruments is
 * unavailable, and the venue checks again. Position and quote are fetched only if a rule needs
 * them.
 */
public final class AssetCheck {
    private final Assets assets;
    private final MarketWatch watch;

    public AssetCheck(Assets assets, MarketWatch watch) {
        this.assets = assets;
        this.watch = watch;
    }

    /** Returns the denials by the instrument's rules; empty if the instrument cannot be read. */
    public List<Denial> denials(NewOrder order) {
        return denials(order, asset -> denials(order, asset));
    }

    /** Returns the same as if nothing of the instrument were held. */
    List<Denial> denialsIfFlat(NewOrder order) {
        return denials(
                order,
                asset -> {
                    Venue venue = watch.venue();
                    List<Denial> denials = venue.denials(order, asset);
                    return denials.isEmpty() && venue.needsPosition(order, asset)
                            ? venue.denials(order, NetQuantity.FLAT)
                            : denials;
                });
    }

    private List<Denial> denials(NewOrder order, Function<Asset, List<Denial>> ofAsset) {
        return switch (assets.find(order.symbol())) {
            case AssetLookup.Found(Asset asset) -> ofAsset.apply(asset);
            case AssetLookup.Absent absent -> watch.venue().absent(absent.symbol());
            case AssetLookup.Failed _ -> List.of();
        };
    }

    private List<Denial> denials(NewOrder order, Asset asset) {
        Venue venue = watch.venue();
        List<Denial> denials = new ArrayList<>(venue.denials(order, asset));
        if (denials.isEmpty() && venue.needsPosition(order, asset)) {
            denials.addAll(uncovered(order));
        }
        if (denials.isEmpty() && venue.needsQuote(order)) {
            watch.quoteNow(order.symbol())
                    .ifPresent(quote -> denials.addAll(venue.denials(order, quote)));
        }
        return List.copyOf(denials);
    }

    private List<Denial> uncovered(NewOrder order) {
        return switch (watch.heldNow(order.symbol())) {
            case FetchResult.Complete<NetQuantity>(NetQuantity held) ->
                    watch.venue().denials(order, held);
            case FetchResult.Failed<NetQuantity> _ -> List.of();
        };
    }
}
