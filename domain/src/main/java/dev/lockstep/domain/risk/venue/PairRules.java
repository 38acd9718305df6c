package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.util.List;
import java.util.Optional;

/** Refuses a crypto pair without its slash: it would be sent as an order for a share. Pure. */
final class PairRules {
    /** The currencies in which pairs are quoted; the longer ones first. */
    private static final List<String> QUOTE_CURRENCIES =
            List.of("USDT", "USDC", "USDG", "USD", "BTC", "ETH");

    /** No share without a dot has a symbol of this length. */
    private static final int SHORTEST_PAIR_CHARS = 6;

    private PairRules() {}

    static List<Denial> denials(NewOrder order) {
        return pair(order.symbol())
                .map(pair ->
                        new Denial(
                                DenialReason.SYMBOL_UNKNOWN,
                                "symbol",
                                order.symbol().value(),
                                pair + ", with the slash"))
                .stream()
                .toList();
    }

    private static Optional<String> pair(Symbol symbol) {
        String name = symbol.value();
        boolean plain = name.chars().allMatch(Character::isLetterOrDigit);
        return symbol.assetClass() == AssetClass.US_EQUITY
                        && plain
                        && name.length() >= SHORTEST_PAIR_CHARS
                ? QUOTE_CURRENCIES.stream()
                        .filter(name::endsWith)
                        .findFirst()
                        .map(quote ->
                                name.substring(0, name.length() - quote.length()) + "/" + quote)
                : Optional.empty();
    }
}
