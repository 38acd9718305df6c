package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.ReferenceMapper;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.FetchResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Cached access to the broker's assets. Answers are cached for {@link #MAX_AGE}, because they
 * change daily and the full list is several megabytes. Unknown or untradable assets are not cached:
 * a trading halt can end at any moment.
 */
final class AssetBook implements Assets {
    static final Duration MAX_AGE = Duration.ofMinutes(10);
    static final int MAX_ASSETS = 5_000;

    private static final String ASSETS = "v2/assets";

    private final Api api;
    private final AlpacaQueries questions;
    private final CachedAnswer<Symbol, Asset> single;
    private final CachedAnswer<AssetClass, List<Asset>> lists;

    AssetBook(Api api, AlpacaQueries questions, InstantSource clock) {
        this.api = api;
        this.questions = questions;
        PlatformClock spans = PlatformClock.of(clock);
        this.single = new CachedAnswer<>(MAX_ASSETS, MAX_AGE, spans);
        this.lists = new CachedAnswer<>(AssetClass.values().length, MAX_AGE, spans);
    }

    @Override
    public AssetLookup find(Symbol symbol) {
        Optional<Asset> known = single.recall(symbol);
        if (known.isPresent()) {
            return new AssetLookup.Found(known.get());
        }
        AssetLookup answer = questions.asset(symbol, api.address(ASSETS, symbol.value()));
        if (answer instanceof AssetLookup.Found(Asset asset) && asset.tradable()) {
            single.keep(symbol, asset);
        }
        return answer;
    }

    @Override
    public FetchResult<List<Asset>> all(AssetClass assetClass) {
        Optional<List<Asset>> known = lists.recall(assetClass);
        if (known.isPresent()) {
            return new FetchResult.Complete<>(known.get());
        }
        FetchResult<List<Asset>> answer =
                questions.ask(
                        api.address(ASSETS)
                                .addQueryParameter("status", "active")
                                .addQueryParameter(
                                        "asset_class", ReferenceMapper.value(assetClass)),
                        body -> List.copyOf(ReferenceMapper.assets(body)));
        if (answer instanceof FetchResult.Complete<List<Asset>>(List<Asset> assets)) {
            lists.keep(assetClass, assets);
        }
        return answer;
    }
}
