package dev.lockstep.app.prove.fuzz.generate;

import java.nio.charset.StandardCharsets;

/** The bytes that a parser gets, and which of its entries gets them. */
public final class FuzzInput {
    private final String entry;
    private final byte[] bytes;

    /**
     * Creates an input; the bytes are not copied.
     *
     * @param entry the entry, such as {@code POST /v2/orders}
     */
    public FuzzInput(String entry, byte[] bytes) {
        this.entry = entry;
        this.bytes = bytes;
    }

    /** Returns the name of the entry. */
    public String entry() {
        return entry;
    }

    /** Returns the bytes, which must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the bytes as text; invalid UTF-8 is replaced. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
