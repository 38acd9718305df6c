package dev.lockstep.broker.alpaca.wire.json;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;

/** Restores the slash that Alpaca omits from a crypto pair in positions. */
public final class CryptoPairs {
    /** Alpaca's quote currencies. */
    private static final List<String> QUOTE_CURRENCIES =
            List.of("USDT", "USDC", "USDG", "USD", "BTC", "ETH");

    private static final int SHORTEST_PAIR_CHARS = 6;

    private CryptoPairs() {}

    /**
     * Returns whether a symbol without an asset class is a crypto pair; stock symbols are shorter
     * than six letters.
     */
    public static boolean isPair(String symbol) {
        return symbol.indexOf('/') >= 0
                || (symbol.length() >= SHORTEST_PAIR_CHARS
                        && QUOTE_CURRENCIES.stream().anyMatch(symbol::endsWith));
    }

    /** Returns {@code BTC/USD} for both {@code BTCUSD} and {@code BTC/USD}. */
    public static Symbol pair(String symbol) {
        if (symbol.indexOf('/') >= 0) {
            return new Symbol(symbol);
        }
        for (String quote : QUOTE_CURRENCIES) {
            if (symbol.endsWith(quote) && symbol.length() > quote.length()) {
                String base = symbol.substring(0, symbol.length() - quote.length());
                return new Symbol(base + "/" + quote);
            }
        }
        throw new InvalidValueException(
                "symbol", symbol, "a crypto pair quoted in " + QUOTE_CURRENCIES);
    }
}
