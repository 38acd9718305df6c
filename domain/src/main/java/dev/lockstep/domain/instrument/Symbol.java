package dev.lockstep.domain.instrument;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The name an instrument trades under, in capitals: {@code AAPL}, {@code BRK.B}, {@code BTC/USD}.
 *
 * @param value the symbol, 1 to 24 of {@code A-Z 0-9 . - /}
 */
public record Symbol(String value) implements Comparable<Symbol> {
    private static final Pattern FORM =
            Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,11}(/[A-Z0-9]{1,12})?");

    /** Expiry, call or put, strike: {@code AAPL260116C00200000}. */
    private static final Pattern OPTION = Pattern.compile("[A-Z]{1,6}\\d{6}[CP]\\d{8}");

    public Symbol {
        if (OPTION.matcher(value).matches()) {
            throw new InvalidValueException(
                    "symbol", value, "a share or a crypto pair; options are not traded here");
        }
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "symbol",
                    value.isEmpty() ? "empty" : value,
                    "capitals such as AAPL or BTC/USD");
        }
    }

    /**
     * Parses a symbol as a person types it: letters {@code a-z} count as capitals, spaces around it
     * are ignored. Other letters are refused, also those whose capitals are ASCII, such as the
     * ligature {@code ﬀ}.
     *
     * @throws InvalidValueException if it is not a symbol
     */
    public static Symbol typed(String text) {
        StringBuilder capitals = new StringBuilder();
        for (char letter : text.strip().toCharArray()) {
            capitals.append(letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter);
        }
        return new Symbol(capitals.toString());
    }

    /** Crypto pairs are the ones with a slash; everything else is a US equity. */
    public AssetClass assetClass() {
        return value.indexOf('/') >= 0 ? AssetClass.CRYPTO : AssetClass.US_EQUITY;
    }

    @Override
    public int compareTo(Symbol other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
