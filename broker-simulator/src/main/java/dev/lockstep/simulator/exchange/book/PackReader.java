package dev.lockstep.simulator.exchange.book;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads values in the order in which a {@link PackWriter} wrote them. */
final class PackReader {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int BYTE = 0xFF;

    private final byte[] bytes;
    private int at;

    PackReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int next = one();
        while (next >= MORE) {
            value |= (long) (next & (MORE - 1)) << shift;
            shift += BITS;
            next = one();
        }
        value |= (long) next << shift;
        return (value >>> 1) ^ -(value & 1);
    }

    boolean flag() {
        return one() != 0;
    }

    <E extends Enum<E>> E constant(E[] set) {
        return set[one() - 1];
    }

    <E extends Enum<E>> @Nullable E valueOrNull(E[] set) {
        int ordinal = one() - 1;
        return ordinal < 0 ? null : set[ordinal];
    }

    String text() {
        return new String(raw((int) number()), StandardCharsets.UTF_8);
    }

    UUID id() {
        return Objects.requireNonNull(idOrNone());
    }

    @Nullable UUID idOrNone() {
        return one() == PackWriter.NOTHING ? null : new UUID(eight(), eight());
    }

    BigDecimal decimal() {
        return Objects.requireNonNull(decimalOrNone());
    }

    @Nullable BigDecimal decimalOrNone() {
        int kind = one();
        if (kind == PackWriter.NOTHING) {
            return null;
        }
        int scale = (int) number();
        return kind == PackWriter.SHORT_DECIMAL
                ? BigDecimal.valueOf(number(), scale)
                : new BigDecimal(new BigInteger(raw((int) number())), scale);
    }

    Instant time(Instant origin) {
        return Objects.requireNonNull(timeOrNone(origin));
    }

    @Nullable Instant timeOrNone(Instant origin) {
        return one() == PackWriter.NOTHING
                ? null
                : Instant.ofEpochSecond(origin.getEpochSecond() + number(), number());
    }

    private long eight() {
        long value = 0;
        for (int count = 0; count < Long.BYTES; count++) {
            value = value << Byte.SIZE | one();
        }
        return value;
    }

    private byte[] raw(int length) {
        byte[] values = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return values;
    }

    private int one() {
        return bytes[at++] & BYTE;
    }
}
