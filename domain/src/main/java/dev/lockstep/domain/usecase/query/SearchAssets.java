package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.FetchResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Searches the active instruments of the broker by symbol and by name. */
public final class SearchAssets {
    private final Assets assets;

    /** Builds the use case on its port. */
    public SearchAssets(Assets assets) {
        this.assets = assets;
    }

    /**
     * Returns the instruments whose symbol or name contains a text, best matches first: the symbol
     * itself, symbols that begin with the text, names with a word that begins with it, all others.
     * Complete or failed: with one kind of instrument missing, a search would hide matches.
     *
     * @param text in any case; empty for all instruments
     */
    public FetchResult<List<Asset>> matching(String text) {
        List<Asset> all = new ArrayList<>();
        for (AssetClass each : AssetClass.values()) {
            switch (assets.all(each)) {
                case FetchResult.Complete<List<Asset>>(List<Asset> some) -> all.addAll(some);
                case FetchResult.Failed<List<Asset>> failed -> {
                    return failed;
                }
            }
        }
        String sought = text.strip().toUpperCase(Locale.ROOT);
        return new FetchResult.Complete<>(
                all.stream()
                        .filter(asset -> Match.of(asset, sought) != Match.NONE)
                        .sorted(
                                Comparator.comparing((Asset asset) -> Match.of(asset, sought))
                                        .thenComparing(Asset::symbol))
                        .toList());
    }

    /** How well an instrument matches, best first. */
    private enum Match {
        SYMBOL,
        SYMBOL_PREFIX,
        WORD_PREFIX,
        PART,
        NONE;

        static Match of(Asset asset, String text) {
            String symbol = asset.symbol().value();
            if (symbol.equals(text)) {
                return SYMBOL;
            }
            if (symbol.startsWith(text)) {
                return SYMBOL_PREFIX;
            }
            String name = asset.name().toUpperCase(Locale.ROOT);
            if (Arrays.stream(name.split(" ")).anyMatch(word -> word.startsWith(text))) {
                return WORD_PREFIX;
            }
            return symbol.contains(text) || name.contains(text) ? PART : NONE;
        }
    }
}
