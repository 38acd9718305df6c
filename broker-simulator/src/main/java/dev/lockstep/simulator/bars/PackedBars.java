package dev.lockstep.simulator.bars;

import dev.lockstep.simulator.exchange.model.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * Bars of one symbol in arrays, which take about 60 bytes of memory a bar. A bar is an object only
 * while it is used. It does not change once it is read.
 */
final class PackedBars extends AbstractList<Bar> implements RandomAccess {
    /** Most digits of a number. */
    static final int MAX_DIGITS = 18;

    private static final int NUMBERS = 5;
    private static final int FIRST_CAPACITY_BARS = 256;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long LONE_BAR_NANOS = 60 * NANOS_PER_SECOND;

    private long[] starts = new long[FIRST_CAPACITY_BARS];
    private long[] lengths = new long[FIRST_CAPACITY_BARS];
    private long[] numbers = new long[FIRST_CAPACITY_BARS * NUMBERS];
    private byte[] scales = new byte[FIRST_CAPACITY_BARS * NUMBERS];
    private int size;
    private long shortestDistance = Long.MAX_VALUE;

    /** Adds a row that starts after the last one. */
    void add(Row row) {
        if (size == starts.length) {
            resize(size * 2);
        }
        starts[size] = nanos(row.start());
        Instant end = row.end();
        lengths[size] = end == null ? 0 : nanos(end) - starts[size];
        put(0, row.open());
        put(1, row.high());
        put(2, row.low());
        put(3, row.close());
        put(4, row.volume());
        if (size > 0) {
            shortestDistance = Math.min(shortestDistance, starts[size] - starts[size - 1]);
        }
        size++;
    }

    /** Frees what was reserved for further rows. */
    void trim() {
        resize(size);
    }

    /** Returns the start of the last bar. */
    Instant lastStart() {
        return time(starts[size - 1]);
    }

    @Override
    public int size() {
        return size;
    }

    /** Returns a bar; one without an end of its own is as long as two rows are at least apart. */
    @Override
    public Bar get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(
                    "index: " + index + " (expected: 0 to " + (size - 1) + ")");
        }
        long length = size == 1 ? LONE_BAR_NANOS : shortestDistance;
        long own = lengths[index];
        return new Bar(
                time(starts[index]),
                time(starts[index] + (own == 0 ? length : own)),
                number(index, 0),
                number(index, 1),
                number(index, 2),
                number(index, 3),
                number(index, 4));
    }

    private void put(int place, BigDecimal number) {
        numbers[size * NUMBERS + place] = number.unscaledValue().longValueExact();
        scales[size * NUMBERS + place] = (byte) number.scale();
    }

    private BigDecimal number(int index, int place) {
        int at = index * NUMBERS + place;
        return BigDecimal.valueOf(numbers[at], scales[at]);
    }

    private void resize(int capacity) {
        starts = Arrays.copyOf(starts, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        numbers = Arrays.copyOf(numbers, capacity * NUMBERS);
        scales = Arrays.copyOf(scales, capacity * NUMBERS);
    }

    private static long nanos(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), NANOS_PER_SECOND), time.getNano());
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
