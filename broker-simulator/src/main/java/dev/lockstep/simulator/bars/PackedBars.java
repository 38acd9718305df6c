package dev.lockstep.simulator.bars;

import dev.lockstep.simulator.exchange.model.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Bars of one symbol in arrays. A bar is an object only while it is used. It does not change once
 * it is read.
 */
final class PackedBars extends AbstractList<Bar> implements RandomAccess {
    /** Memory that a bar takes, at most. */
    static final int BYTES_PER_BAR = 64;

    /** Most digits of a number. */
    static final int MAX_DIGITS = 18;

    private static final int CHUNK_BARS = 4_096;
    private static final int NUMBERS = 5;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long LONE_BAR_NANOS = 60 * NANOS_PER_SECOND;

    private final List<Chunk> chunks = new ArrayList<>();
    private int size;
    private long lastStart;
    private long shortestDistance = Long.MAX_VALUE;

    /** Successive bars; a length of zero is that of all bars without an end of their own. */
    private static final class Chunk {
        private final long[] starts = new long[CHUNK_BARS];
        private final long[] lengths = new long[CHUNK_BARS];
        private final long[] numbers = new long[CHUNK_BARS * NUMBERS];
        private final byte[] scales = new byte[CHUNK_BARS * NUMBERS];

        void put(int index, int place, BigDecimal number) {
            numbers[index * NUMBERS + place] = number.unscaledValue().longValueExact();
            scales[index * NUMBERS + place] = (byte) number.scale();
        }

        BigDecimal number(int index, int place) {
            int at = index * NUMBERS + place;
            return BigDecimal.valueOf(numbers[at], scales[at]);
        }
    }

    /** Adds a row that starts after the last one. */
    void add(Row row) {
        int index = size % CHUNK_BARS;
        if (index == 0) {
            chunks.add(new Chunk());
        }
        Chunk chunk = chunks.getLast();
        long start = nanos(row.start());
        Instant end = row.end();
        chunk.starts[index] = start;
        chunk.lengths[index] = end == null ? 0 : nanos(end) - start;
        chunk.put(index, 0, row.open());
        chunk.put(index, 1, row.high());
        chunk.put(index, 2, row.low());
        chunk.put(index, 3, row.close());
        chunk.put(index, 4, row.volume());
        if (size > 0) {
            shortestDistance = Math.min(shortestDistance, start - lastStart);
        }
        lastStart = start;
        size++;
    }

    /** Returns the start of the last bar. */
    Instant lastStart() {
        return time(lastStart);
    }

    @Override
    public int size() {
        return size;
    }

    /** Returns a bar; one without an end of its own is as long as two rows are at least apart. */
    @Override
    public Bar get(int index) {
        Chunk chunk = chunks.get(Objects.checkIndex(index, size) / CHUNK_BARS);
        int at = index % CHUNK_BARS;
        long own = chunk.lengths[at];
        long length = size == 1 ? LONE_BAR_NANOS : shortestDistance;
        return new Bar(
                time(chunk.starts[at]),
                time(chunk.starts[at] + (own == 0 ? length : own)),
                chunk.number(at, 0),
                chunk.number(at, 1),
                chunk.number(at, 2),
                chunk.number(at, 3),
                chunk.number(at, 4));
    }

    private static long nanos(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), NANOS_PER_SECOND), time.getNano());
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
