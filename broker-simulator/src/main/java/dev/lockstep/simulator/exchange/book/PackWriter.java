package dev.lockstep.simulator.exchange.book;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values in a compact binary form that {@link PackReader} reads in the same order. */
final class PackWriter {
    /** Type code of an absent value. */
    static final int NOTHING = 0;

    /** Type code of a decimal whose digits fit into a long. */
    static final int SHORT_DECIMAL = 1;

    /** Type code of any other decimal. */
    static final int LONG_DECIMAL = 2;

    /** Type code of a present value whose type has one form only. */
    static final int SOMETHING = 1;

    private static final int FIRST_BYTES = 256;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int LONG_BITS = 63;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /** Returns all bytes written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    PackWriter number(long value) {
        // Zigzag encoding moves the sign to the last bit, so that small negative numbers are short
        // too.
        long rest = (value << 1) ^ (value >> LONG_BITS);
        while ((rest & -MORE) != 0) {
            one((int) (rest & (MORE - 1)) | MORE);
            rest >>>= BITS;
        }
        return one((int) rest);
    }

    PackWriter flag(boolean value) {
        return one(value ? 1 : 0);
    }

    @SuppressWarnings("EnumOrdinal") // Packed values never leave this process.
    PackWriter constant(@Nullable Enum<?> value) {
        return one(value == null ? 0 : value.ordinal() + 1);
    }

    PackWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).raw(utf8);
    }

    PackWriter id(@Nullable UUID value) {
        if (value == null) {
            return one(NOTHING);
        }
        return one(SOMETHING)
                .eight(value.getMostSignificantBits())
                .eight(value.getLeastSignificantBits());
    }

    PackWriter decimal(@Nullable BigDecimal value) {
        if (value == null) {
            return one(NOTHING);
        }
        BigInteger digits = value.unscaledValue();
        if (digits.bitLength() <= LONG_BITS) {
            return one(SHORT_DECIMAL).number(value.scale()).number(digits.longValueExact());
        }
        byte[] all = digits.toByteArray();
        return one(LONG_DECIMAL).number(value.scale()).number(all.length).raw(all);
    }

    /** Writes a time as its distance from another. */
    PackWriter time(@Nullable Instant value, Instant origin) {
        if (value == null) {
            return one(NOTHING);
        }
        return one(SOMETHING)
                .number(value.getEpochSecond() - origin.getEpochSecond())
                .number(value.getNano());
    }

    private PackWriter eight(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            one((int) (value >>> shift));
        }
        return this;
    }

    private PackWriter raw(byte[] values) {
        for (byte value : values) {
            one(value);
        }
        return this;
    }

    private PackWriter one(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
        return this;
    }
}
