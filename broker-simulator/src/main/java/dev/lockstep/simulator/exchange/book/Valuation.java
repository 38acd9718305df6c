package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.ledger.AccountValue;
import dev.lockstep.simulator.exchange.ledger.Position;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.market.Market;
import dev.lockstep.simulator.exchange.model.Asset;
import java.math.BigDecimal;

/** Computes the value and the buying power of an account (Regulation T, twice the equity). */
public final class Valuation {
    private static final BigDecimal INITIAL_EQUITY_MARGIN = new BigDecimal("0.5");
    private static final BigDecimal LONG_MAINTENANCE = new BigDecimal("0.25");
    private static final BigDecimal SHORT_MAINTENANCE = new BigDecimal("0.30");
    private static final BigDecimal MIN_MARGIN_EQUITY_DOLLARS = new BigDecimal("2000");

    private static final int MAX_LEVERAGE = 2;

    private final Market market;
    private final AssetCatalog listing;

    Valuation(Market market, AssetCatalog listing) {
        this.market = market;
        this.listing = listing;
    }

    public AccountValue of(ExchangeAccount account) {
        BigDecimal longs = BigDecimal.ZERO;
        BigDecimal shorts = BigDecimal.ZERO;
        BigDecimal initial = BigDecimal.ZERO;
        BigDecimal maintenance = BigDecimal.ZERO;
        for (Position position : account.positions()) {
            Asset asset = listing.find(position.symbol()).orElseThrow();
            BigDecimal value = position.marketValue(market.price(asset));
            longs = longs.add(value.max(BigDecimal.ZERO));
            shorts = shorts.add(value.min(BigDecimal.ZERO));
            initial = initial.add(value.abs().multiply(initialMargin(asset)));
            maintenance = maintenance.add(value.abs().multiply(maintenanceMargin(asset, value)));
        }
        return assess(account, longs, shorts, initial, maintenance);
    }

    private static AccountValue assess(
            ExchangeAccount account,
            BigDecimal longs,
            BigDecimal shorts,
            BigDecimal initial,
            BigDecimal maintenance) {
        BigDecimal equity = account.cash().add(longs).add(shorts);
        int leverage = Math.min(account.settings().maxMarginMultiplier(), MAX_LEVERAGE);
        int multiplier = equity.compareTo(MIN_MARGIN_EQUITY_DOLLARS) < 0 ? 1 : leverage;
        BigDecimal excess = equity.subtract(multiplier == 1 ? longs.subtract(shorts) : initial);
        BigDecimal power =
                excess.multiply(BigDecimal.valueOf(multiplier)).subtract(account.reserved());
        BigDecimal unborrowed = account.cash().min(excess).subtract(account.reserved());
        BigDecimal buyingPower = power.max(BigDecimal.ZERO);
        return new AccountValue(
                account.name(),
                account.opening().at(),
                account.cash(),
                equity,
                account.opening().cash(),
                longs,
                shorts,
                initial,
                maintenance,
                multiplier,
                buyingPower,
                buyingPower,
                unborrowed.max(BigDecimal.ZERO),
                account.shortingAllowed());
    }

    private static BigDecimal initialMargin(Asset asset) {
        return asset.crypto() ? BigDecimal.ONE : INITIAL_EQUITY_MARGIN;
    }

    private static BigDecimal maintenanceMargin(Asset asset, BigDecimal value) {
        if (asset.crypto()) {
            return BigDecimal.ONE;
        }
        return value.signum() < 0 ? SHORT_MAINTENANCE : LONG_MAINTENANCE;
    }
}
