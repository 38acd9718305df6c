package dev.lockstep.simulator.exchange.market;

import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.Order;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Catalog of tradable assets: well-known ones with a realistic price, and any other ticker of one
 * to five letters with a price derived from its letters. Tickers from {@code ZZ} on are not listed,
 * so that clients can meet "asset not found".
 */
public final class AssetCatalog {
    /** Maximum number of cached tickers besides the well-known ones. */
    static final int MAX_SEEN_ASSETS = 20_000;

    private static final int MAX_UNLISTED_REQUESTS = 1_000;
    private static final int ID_CHARS = 36;
    private static final Pattern TICKER = Pattern.compile("[A-Z]{1,5}(\\.[A-Z]{1,2})?");
    private static final String UNLISTED_PREFIX = "ZZ";
    private static final String[] EXCHANGES = {"NASDAQ", "NYSE", "ARCA"};

    private static final List<String> KNOWN_EQUITY =
            List.of("fractional_eh_enabled", "has_options", "overnight_tradable");
    private static final List<String> OTHER_EQUITY = List.of("fractional_eh_enabled");

    private static final String EQUITIES =
            "AAPL:NASDAQ:Apple Inc.:232.15,MSFT:NASDAQ:Microsoft Corporation:428.50,"
                    + "NVDA:NASDAQ:NVIDIA Corporation:138.25,AMZN:NASDAQ:Amazon.com Inc.:205.74,"
                    + "GOOGL:NASDAQ:Alphabet Inc. Class A:176.40,META:NASDAQ:Meta Platforms Inc.:561.08,"
                    + "TSLA:NASDAQ:Tesla Inc.:342.60,AMD:NASDAQ:Advanced Micro Devices Inc.:141.13,"
                    + "NFLX:NASDAQ:Netflix Inc.:884.21,INTC:NASDAQ:Intel Corporation:24.44,"
                    + "SPY:ARCA:SPDR S&P 500 ETF Trust:590.30,QQQ:NASDAQ:Invesco QQQ Trust:504.98,"
                    + "IWM:ARCA:iShares Russell 2000 ETF:238.77,DIA:ARCA:SPDR Dow Jones ETF:442.65,"
                    + "JPM:NYSE:JPMorgan Chase & Co.:248.55,BAC:NYSE:Bank of America Corporation:46.85,"
                    + "V:NYSE:Visa Inc.:309.92,XOM:NYSE:Exxon Mobil Corporation:121.79,"
                    + "KO:NYSE:Coca-Cola Company:63.76,DIS:NYSE:Walt Disney Company:115.65,"
                    + "F:NYSE:Ford Motor Company:11.18,UBER:NYSE:Uber Technologies Inc.:71.51,"
                    + "PLTR:NASDAQ:Palantir Technologies Inc.:64.35,COIN:NASDAQ:Coinbase Global:304.64";
    private static final String PAIRS =
            "BTC/USD:Bitcoin:97250.00,ETH/USD:Ethereum:3340.50,SOL/USD:Solana:255.30,"
                    + "LTC/USD:Litecoin:90.12,BCH/USD:Bitcoin Cash:488.10,AVAX/USD:Avalanche:42.35,"
                    + "LINK/USD:Chainlink:15.20,UNI/USD:Uniswap:9.15,AAVE/USD:Aave:168.40,"
                    + "DOGE/USD:Dogecoin:0.3905";

    private final Map<String, Asset> bySymbol = new ConcurrentHashMap<>();
    private final Map<UUID, Asset> byId = new ConcurrentHashMap<>();

    private final Set<String> unlistedRequests = ConcurrentHashMap.newKeySet();
    private final Set<String> only;

    /** Creates the catalog of all assets. */
    public AssetCatalog() {
        this(Set.of());
    }

    /**
     * Creates a catalog.
     *
     * @param symbols the only symbols to list, in the exchange's spelling; empty for all
     */
    public AssetCatalog(Set<String> symbols) {
        for (String line : EQUITIES.split(",", -1)) {
            String[] part = line.split(":", -1);
            list(equity(part[0], part[1], part[2], new BigDecimal(part[3]), KNOWN_EQUITY));
        }
        for (String line : PAIRS.split(",", -1)) {
            String[] part = line.split(":", -1);
            list(pair(part[0], part[1], new BigDecimal(part[2])));
        }
        only = Set.copyOf(symbols);
        only.stream().filter(symbol -> !bySymbol.containsKey(symbol)).forEach(this::discover);
        if (!only.isEmpty()) {
            byId.values().removeIf(asset -> !only.contains(asset.symbol()));
        }
    }

    /** Finds an asset by symbol, pair (with or without slash) or id. */
    public Optional<Asset> find(String text) {
        String requested = text.strip().toUpperCase(Locale.ROOT);
        Asset known = bySymbol.get(requested);
        if (known == null && requested.length() == ID_CHARS) {
            return findId(requested);
        }
        if (!only.isEmpty()) {
            return listed(known, requested);
        }
        return known == null && isTicker(requested)
                ? Optional.of(discover(requested))
                : Optional.ofNullable(known);
    }

    /** Returns the symbols to which the catalog is restricted; empty if it lists all. */
    public Set<String> onlySymbols() {
        return only;
    }

    /** Returns the requested symbols, at most 1,000, that exist and are not listed here. */
    public Set<String> unlistedRequests() {
        return Set.copyOf(unlistedRequests);
    }

    private Optional<Asset> listed(@Nullable Asset known, String requested) {
        if (known != null && byId.containsKey(known.id())) {
            return Optional.of(known);
        }
        boolean exists = known != null || isTicker(requested);
        if (exists && unlistedRequests.size() < MAX_UNLISTED_REQUESTS) {
            unlistedRequests.add(known == null ? requested : known.symbol());
        }
        return Optional.empty();
    }

    private static boolean isTicker(String text) {
        return TICKER.matcher(text).matches() && !text.startsWith(UNLISTED_PREFIX);
    }

    /** Returns the asset of an order. */
    public Asset of(Order order) {
        return find(order.terms().symbol()).orElseThrow();
    }

    /** Returns the well-known assets and those that were requested so far. */
    public Collection<Asset> all() {
        return byId.values().stream().sorted(Comparator.comparing(Asset::symbol)).toList();
    }

    private Optional<Asset> findId(String text) {
        try {
            return Optional.ofNullable(byId.get(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Asset discover(String symbol) {
        int hash = Math.floorMod(symbol.hashCode(), 39_000);
        Asset asset =
                equity(
                        symbol,
                        EXCHANGES[hash % EXCHANGES.length],
                        symbol + " Corporation",
                        BigDecimal.valueOf(1_000L + hash, 2),
                        OTHER_EQUITY);
        if (byId.size() < MAX_SEEN_ASSETS) {
            list(asset);
        }
        return asset;
    }

    private void list(Asset asset) {
        bySymbol.put(asset.symbol(), asset);
        bySymbol.put(asset.positionSymbol(), asset);
        byId.put(asset.id(), asset);
    }

    private static Asset equity(
            String symbol,
            String exchange,
            String name,
            BigDecimal price,
            List<String> attributes) {
        return new Asset(
                id(symbol),
                AssetClass.US_EQUITY,
                symbol,
                exchange,
                name,
                true,
                true,
                price,
                attributes);
    }

    private static Asset pair(String symbol, String name, BigDecimal price) {
        String title = name + " / US Dollar";
        return new Asset(
                id(symbol),
                AssetClass.CRYPTO,
                symbol,
                "CRYPTO",
                title,
                true,
                false,
                price,
                List.of());
    }

    private static UUID id(String symbol) {
        return UUID.nameUUIDFromBytes(("asset " + symbol).getBytes(StandardCharsets.UTF_8));
    }
}
