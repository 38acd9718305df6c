package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.MarketView.AccountCash;
import dev.lockstep.domain.risk.MarketView.BrokerHolding;
import dev.lockstep.domain.risk.MarketView.DayResult;
import dev.lockstep.domain.risk.MarketView.Need;
import dev.lockstep.domain.risk.MarketView.Prices;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** External data that is still recent; records what must be fetched and what is not available. */
final class FreshView {
    /** Older answers are fetched again: the caller may have waited for the lock in between. */
    static final Duration MAX_AGE = Duration.ofSeconds(5);

    private final MarketView market;
    private final Instant now;
    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private final Map<Need, String> missing = new EnumMap<>(Need.class);
    private final Set<Symbol> symbols = new TreeSet<>();
    private final @Nullable StrategyId strategy;

    /**
     * Creates the view for one scope.
     *
     * @param strategy the strategy whose rules need the data, null for the account
     */
    FreshView(MarketView market, Instant now, @Nullable StrategyId strategy) {
        this.market = market;
        this.now = now;
        this.strategy = strategy;
    }

    Instant now() {
        return now;
    }

    /** Returns the price at which the side trades another instrument at once. */
    Optional<Price> mark(Symbol symbol, Side side) {
        Observation<Prices> observed =
                market.marks().getOrDefault(symbol, new Observation.NotAsked<>());
        return required(Need.MARKS, symbol, observed).flatMap(quote -> of(quote, side));
    }

    /** Returns the price of an instrument at the last close. */
    Optional<Price> lastClose(Symbol symbol) {
        Observation<Price> observed =
                market.closes().getOrDefault(symbol, new Observation.NotAsked<>());
        return required(Need.LAST_CLOSES, symbol, observed);
    }

    /** Returns the account's cash, if it was asked for while all holdings were as they are now. */
    Optional<Money> cash(long bookVersion) {
        Optional<Money> cash =
                required(Need.ACCOUNT_CASH, market.cash())
                        .filter(known -> known.bookVersion() == bookVersion)
                        .map(AccountCash::cash);
        if (cash.isEmpty() && !(market.cash() instanceof Observation.Missing)) {
            needs.add(Need.ACCOUNT_CASH);
        }
        return cash;
    }

    /** Returns the instruments whose quotes or last closes are needed. */
    Set<Symbol> symbols() {
        return symbols;
    }

    private <T> Optional<T> required(Need need, Symbol symbol, Observation<T> observed) {
        symbols.add(symbol);
        Optional<T> value = fresh(observed);
        if (observed instanceof Observation.Missing<T>(String text)) {
            missing.putIfAbsent(need, symbol + ": " + text);
        } else if (value.isEmpty()) {
            needs.add(need);
        }
        return value;
    }

    /**
     * Returns the price at which the side trades at once: the ask for a buy, the bid for a sell,
     * and the other one where the market has but one side.
     */
    Optional<Price> price(Side side) {
        Optional<Prices> prices = required(Need.PRICES, market.prices());
        Optional<Price> price = prices.flatMap(quote -> of(quote, side));
        if (prices.isPresent() && price.isEmpty()) {
            missing.put(Need.PRICES, "a quote without bid and ask");
        }
        return price;
    }

    /** Returns the same if there happens to be one; nothing is noted. */
    Optional<Price> priceIfSeen(Side side) {
        return fresh(market.prices()).flatMap(quote -> of(quote, side));
    }

    Optional<DayResult> day() {
        return required(Need.DAY_RESULT, market.day());
    }

    /** Returns the broker's holding, if it was asked for while our own was as it is now. */
    Optional<BrokerHolding> holding(long holdingVersion) {
        return fresh(market.holding())
                .filter(holding -> holding.holdingVersion() == holdingVersion);
    }

    /** Returns the same where a check cannot do without; notes what has to be asked for. */
    Optional<BrokerHolding> heldByBroker(long holdingVersion) {
        Optional<BrokerHolding> held =
                required(Need.BROKER_HOLDING, market.holding())
                        .filter(holding -> holding.holdingVersion() == holdingVersion);
        if (held.isEmpty() && holdingUnasked(holdingVersion)) {
            needs.add(Need.BROKER_HOLDING);
        }
        return held;
    }

    /** Returns the denial where the broker's holding was asked for in vain; else none. */
    List<Denial> holdingInVain() {
        return market.holding() instanceof Observation.Missing<BrokerHolding>(String text)
                ? List.of(impossible(Need.BROKER_HOLDING, text))
                : List.of();
    }

    /** Returns whether a request for prices could provide new data. */
    boolean pricesUnasked() {
        return unasked(market.prices(), fresh(market.prices()));
    }

    /** Returns whether a request for the broker's position could provide new data. */
    boolean holdingUnasked(long holdingVersion) {
        return unasked(market.holding(), holding(holdingVersion));
    }

    Set<Need> needs() {
        return needs;
    }

    /** Returns one denial for each value that is not available. */
    List<Denial> impossible() {
        return missing.entrySet().stream()
                .map(entry -> impossible(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Denial impossible(Need need, String why) {
        return new Denial(
                DenialReason.CHECK_IMPOSSIBLE,
                ShownValue.of(need),
                why,
                "an answer from the broker",
                strategy);
    }

    private static Optional<Price> of(Prices quote, Side side) {
        Price requested = side == Side.BUY ? quote.askPx() : quote.bidPx();
        Price other = side == Side.BUY ? quote.bidPx() : quote.askPx();
        return Optional.ofNullable(requested == null ? other : requested);
    }

    private <T> Optional<T> required(Need need, Observation<T> observed) {
        Optional<T> value = fresh(observed);
        if (observed instanceof Observation.Missing<T> vain) {
            missing.put(need, vain.text());
        } else if (value.isEmpty()) {
            needs.add(need);
        }
        return value;
    }

    private <T> Optional<T> fresh(Observation<T> observed) {
        return observed instanceof Observation.Seen<T> seen
                        && !now.isBefore(seen.at())
                        && now.isBefore(seen.at().plus(MAX_AGE))
                ? Optional.of(seen.value())
                : Optional.empty();
    }

    private static <T> boolean unasked(Observation<T> observed, Optional<T> fresh) {
        return !(observed instanceof Observation.Missing) && fresh.isEmpty();
    }
}
