package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other in few bytes; {@link PackReader} reads them in that order. */
final class PackWriter {
    /** What stands for nothing, where something else would begin with its kind. */
    static final int NOTHING = 0;

    /** A decimal whose digits fit into a long. */
    static final int SHORT_DECIMAL = 1;

    /** Any other decimal. */
    static final int LONG_DECIMAL = 2;

    /** Something that has but one form. */
    static final int SOMETHING = 1;

    private static final int FIRST_BYTES = 256;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int LONG_BITS = 63;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /** All that was written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    PackWriter number(long value) {
        // The sign goes to the end, so that a small number is short whatever its sign is.
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

    @SuppressWarnings("EnumOrdinal") // What is packed never leaves this process.
    PackWriter word(@Nullable Enum<?> value) {
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

    /** A time, as how long after another it is. */
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
