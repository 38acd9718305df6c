package dev.lockstep.imports;

/**
 * Something that its user must know about one row of another platform's book.
 *
 * @param kind what kind of thing
 * @param table the table of the row
 * @param id the row's id there
 * @param field the column
 * @param value its value, as it is there; shortened, and without control characters
 * @param rule what would have been expected, or what was done instead
 */
public record ImportNote(
        Kind kind, String table, long id, String field, String value, String rule) {
    private static final int MAX_SHOWN_CHARS = 120;

    public ImportNote {
        value = shown(value);
        rule = shown(rule);
    }

    private static String shown(String text) {
        String printable =
                text.codePoints()
                        .limit(MAX_SHOWN_CHARS)
                        .map(c -> Character.isISOControl(c) ? '?' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return text.length() > printable.length() ? printable + "…" : printable;
    }

    /** Returns one line: {@code tradingorder 17: quantity: 0.0 (expected: > 0)}. */
    public String text() {
        return table + " " + id + ": " + field + ": " + value + " (" + rule + ")";
    }

    /** The kinds of notes on a row. */
    public enum Kind {
        /** An unknown keyword; it is kept with the history. */
        UNKNOWN_WORD("unknown keywords", false),
        /** A price between the broker's steps. */
        PRICE_OFF_TICK("prices between the broker's steps", false),
        /** More decimals than are kept. */
        ROUNDED("numbers with more decimals than are kept", false),
        /** A value that cannot be and is left out. */
        NO_VALUE("values that cannot be read and are left out", false),
        /** A link to a row that is not there. */
        DANGLING("links to missing rows", false),
        /** An order type of one side on an order of the other. */
        SIDE_DIFFERS("order types that do not fit the side", false),
        /** A status that does not fit what has traded. */
        CONTRADICTION("statuses that do not fit what has traded", false),
        /** A time that is missing or cannot be. */
        NO_TIME("times of creation that are missing", false),
        /** An order that traded and of which the broker's id is not known. */
        NO_BROKER_ID("traded orders without the broker's id", false),
        /** An order that waited for another one; it is not placed after the import. */
        NOT_PLACED("orders that waited in the other platform and are not placed now", false),
        /** A transaction with orders of several accounts. */
        SEVERAL_ACCOUNTS("transactions over several accounts", false),
        /** An order that was imported before and has other terms now. */
        CHANGED_SINCE("orders that were changed there since they were imported", false),
        /** An option, which is not traded here. */
        OPTION("options, which are not traded here", true),
        /** A row with a value that no order can have. */
        IMPOSSIBLE("rows with a value that no order can have", true),
        /** The broker's order is another row's too. */
        SAME_BROKER_ORDER("rows of a broker's order that another row has too", true),
        /** Another order has its name. */
        ID_TAKEN("rows whose id another order has", true);

        private final String meaning;
        private final boolean skipped;

        Kind(String meaning, boolean skipped) {
            this.meaning = meaning;
            this.skipped = skipped;
        }

        /** Returns its heading. */
        public String meaning() {
            return meaning;
        }

        /** Returns whether the row is not imported for it. */
        public boolean skipped() {
            return skipped;
        }
    }
}
