package dev.lockstep.app.view.market;

import dev.lockstep.domain.instrument.Asset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instruments that a search has found, in JSON.
 *
 * @param assets best matches first
 * @param matches the number of all matches
 */
public record AssetsBody(List<AssetBody> assets, int matches) {
    public AssetsBody {
        assets = List.copyOf(assets);
    }

    /** Returns the body of the first matches. */
    public static AssetsBody of(List<Asset> matches, int limit) {
        return new AssetsBody(
                matches.stream().limit(limit).map(AssetBody::of).toList(), matches.size());
    }

    /**
     * An instrument as the broker offers it.
     *
     * @param symbol its symbol
     * @param name its full name, empty if not reported
     * @param exchange the broker's name of the exchange
     * @param tradable whether it takes orders now
     * @param marginable whether it can be bought with borrowed money
     * @param shortable whether it can be sold short
     * @param easyToBorrow whether shares to sell short are available
     * @param fractionable whether fractions of a share can be traded
     * @param minOrderQty the smallest order, null if not reported
     * @param qtyIncrement the increment of quantities, null if not reported
     * @param priceIncrement the increment of prices, null if the general rule applies
     */
    public record AssetBody(
            String symbol,
            String name,
            String exchange,
            boolean tradable,
            boolean marginable,
            boolean shortable,
            boolean easyToBorrow,
            boolean fractionable,
            @Nullable String minOrderQty,
            @Nullable String qtyIncrement,
            @Nullable String priceIncrement) {
        static AssetBody of(Asset asset) {
            return new AssetBody(
                    asset.symbol().value(),
                    asset.name(),
                    asset.exchange(),
                    asset.tradable(),
                    asset.marginable(),
                    asset.shortable(),
                    asset.easyToBorrow(),
                    asset.fractionable(),
                    text(asset.minOrderQty()),
                    text(asset.qtyIncrement()),
                    asset.priceIncrement() == null ? null : asset.priceIncrement().toPlainString());
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}
