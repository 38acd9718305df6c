package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;

/** Finds the slash that the broker leaves out of a crypto pair when it tells positions. */
final class CryptoPairs {
    /** All the currencies that Alpaca quotes pairs in. */
    private static final List<String> QUOTE_CURRENCIES =
            List.of("USDT", "USDC", "USDG", "USD", "BTC", "ETH");

    private CryptoPairs() {}

    /** {@code BTC/USD} for both {@code BTCUSD} and {@code BTC/USD}. */
    static Symbol pair(String symbol) {
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
