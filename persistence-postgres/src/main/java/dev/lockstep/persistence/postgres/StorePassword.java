package dev.lockstep.persistence.postgres;

import java.util.Arrays;

/**
 * The password of the database's user. Its text is in no message: {@link #toString} hides it.
 *
 * <p>Without one, the driver looks into the file that {@code PGPASSFILE} names, or {@code .pgpass}
 * in the home folder, and the server may need none.
 */
public final class StorePassword {
    /** No password. */
    public static final StorePassword NONE = new StorePassword("");

    private final char[] text;

    /** Wraps a password; empty for none. */
    public StorePassword(String text) {
        this.text = text.toCharArray();
    }

    /** Returns whether there is one. */
    public boolean present() {
        return text.length > 0;
    }

    /** Returns the password itself, for the driver. */
    public String revealed() {
        return new String(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StorePassword same && Arrays.equals(text, same.text);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(text);
    }

    @Override
    public String toString() {
        return present() ? "***" : "";
    }
}
