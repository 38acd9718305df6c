package dev.lockstep.app.prove.fuzz.generate;

import java.util.List;
import java.util.SplittableRandom;

/** Values that parsers get wrong: numbers, times, units, and texts of every length and alphabet. */
public final class StrangeValues {
    private static final int LONG_CHARS = 5_000;
    private static final int VERY_LONG_CHARS = 70_000;
    private static final int ONE_IN_VERY_LONG = 50;

    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "-1",
                    "1",
                    "0.0",
                    "00012",
                    "+5",
                    ".5",
                    "5.",
                    "1e3",
                    "1E-3",
                    "1e400",
                    "1e-400",
                    "1e999999999",
                    "-1e999999999",
                    "1e2147483647",
                    "1e2147483648",
                    "1e-2147483648",
                    "1e99999999999",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "0x1F",
                    "1_000",
                    "1,000.00",
                    "1 000",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775809",
                    "2147483648",
                    "0.1234567890123456789012345678901234567",
                    "123456789012345678901234567890123456789012",
                    "999999999999.999999999",
                    "0.000000001",
                    "0.0000000001",
                    "1e12",
                    "1e15",
                    "1e18",
                    "1e19",
                    "１２",
                    "٣",
                    "--1",
                    "1.2.3",
                    "1e",
                    "e1",
                    "-",
                    "+",
                    ".");

    private static final List<String> UNITS =
            List.of("$12", "12%", "12 USD", "12k", "12ms", "1h", "PT1S", "12 shares", "€1,5");

    private static final List<String> TIMES =
            List.of(
                    "2026-01-05T15:04:05Z",
                    "2026-01-05T15:04:05.123456789Z",
                    "2026-02-30",
                    "0000-00-00T00:00:00Z",
                    "9999-12-31T23:59:60Z",
                    "+999999999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z",
                    "2026-01-05T15:04:05",
                    "2026-01-05",
                    "15:04",
                    "2026-01-05T15:04:05+18:00",
                    "2026-01-05T15:04:05+19:00",
                    "1767625445",
                    "1767625445000",
                    "2026-01-05T24:00:00Z",
                    "2026-W01-1",
                    "+1000000000-01-01T00:00:00Z",
                    "0001-01-01T00:00:00Z");

    private static final List<String> WORDS =
            List.of(
                    "buy",
                    "sell",
                    "BUY",
                    "market",
                    "limit",
                    "stop_limit",
                    "trailing_stop",
                    "day",
                    "gtc",
                    "cls",
                    "fok",
                    "filled",
                    "canceled",
                    "pending_cancel",
                    "replaced",
                    "held",
                    "bracket",
                    "oco",
                    "oto",
                    "mleg",
                    "simple",
                    "us_equity",
                    "crypto",
                    "us_option",
                    "AAPL",
                    "BTC/USD",
                    "BTCUSD",
                    "/",
                    "AAPL/",
                    "/USD",
                    "A".repeat(21),
                    "aapl",
                    "BRK.B",
                    "true",
                    "false",
                    "null",
                    "undefined",
                    "yes",
                    "on",
                    "fill",
                    "partial_fill",
                    "trade_bust",
                    "authorized",
                    "trade_updates",
                    "61e69015-8549-4bfd-b9c3-01e75843f47d",
                    "61e69015",
                    "0-0-0-0-0",
                    "61E69015-8549-4BFD-B9C3-01E75843F47D");

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\t",
                    "\n",
                    "\r\n",
                    "\0",
                    "a\0b",
                    "\u0001",
                    "\u007f",
                    "\u0085",
                    "\u2028",
                    "\ufeff",
                    "\ufffe",
                    "\ud800",
                    "\udc00\ud800",
                    "😀",
                    "\u202eabc",
                    "i\u0307",
                    "İ",
                    "ß",
                    "ﬀ",
                    "'",
                    "\"",
                    "\\",
                    "\\u0000",
                    "`",
                    "${jndi:x}",
                    "{{x}}",
                    "%s%n",
                    "%00",
                    "%zz",
                    "../../etc/passwd",
                    "/",
                    "//",
                    "a/b",
                    "http://",
                    "https://[::1",
                    "https://user@h/",
                    "<html></html>",
                    "'; DROP TABLE orders; --",
                    "=1+1",
                    ",",
                    ";",
                    "#",
                    "!",
                    ":",
                    "=",
                    "a=b",
                    "[",
                    "]",
                    "{",
                    "}",
                    "[]",
                    "{}",
                    "\u00a0",
                    "\u3000",
                    "e\u0301",
                    "𝟙");

    private StrangeValues() {}

    /**
     * Returns a text to take the place of another one: a strange value, or the same text damaged.
     */
    public static String text(String original, SplittableRandom random) {
        return switch (random.nextInt(9)) {
            case 0, 1 -> of(NUMBERS, random);
            case 2 -> of(TIMES, random);
            case 3 -> of(WORDS, random);
            case 4 -> of(TEXTS, random);
            case 5 -> of(UNITS, random);
            case 6 -> longText(original, random);
            default -> damaged(original, random);
        };
    }

    /** Returns one of the numbers, as a program might write it. */
    static String number(SplittableRandom random) {
        return of(NUMBERS, random);
    }

    static <T> T of(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String longText(String original, SplittableRandom random) {
        String piece = original.isEmpty() ? "9" : original;
        int chars =
                random.nextInt(ONE_IN_VERY_LONG) == 0
                        ? VERY_LONG_CHARS
                        : 1 + random.nextInt(LONG_CHARS);
        return piece.repeat(chars / piece.length() + 1).substring(0, chars);
    }

    private static String damaged(String original, SplittableRandom random) {
        int at = random.nextInt(original.length() + 1);
        String left = original.substring(0, at);
        String right = original.substring(at);
        return switch (random.nextInt(7)) {
            case 0 -> left;
            case 1 -> right;
            case 2 -> left + of(TEXTS, random) + right;
            case 3 -> "-" + original;
            case 4 -> original + "0";
            case 5 -> " " + original + " ";
            default -> right + left;
        };
    }
}
