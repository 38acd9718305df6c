package dev.lockstep.app.prove.fuzz.generate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages bytes without regard to their meaning: truncates, repeats, inserts, flips bits. */
public final class ByteMutator {
    private static final int MAX_DAMAGES = 3;

    /** One input in this number is damaged. */
    private static final int ONE_IN = 5;

    private static final int MAX_RANGE_BYTES = 40;
    private static final int MAX_REPEATS = 200;

    /** Overlong, surrogate, beyond the last code point, cut off, lone continuation, BOM, NUL. */
    private static final List<byte[]> INVALID_UTF_8 =
            List.of(
                    bytes(0xC0, 0x80),
                    bytes(0xED, 0xA0, 0x80),
                    bytes(0xF5, 0x80, 0x80, 0x80),
                    bytes(0xE2, 0x82),
                    bytes(0x80),
                    bytes(0xFF),
                    bytes(0xEF, 0xBB, 0xBF),
                    bytes(0x00));

    private ByteMutator() {}

    /** Returns the bytes of a text, seldom damaged. */
    public static byte[] seldom(String text, SplittableRandom random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(ONE_IN) == 0 ? damaged(bytes, random) : bytes;
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        byte[] damaged = bytes;
        for (int left = 1 + random.nextInt(MAX_DAMAGES); left > 0; left--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(MAX_RANGE_BYTES));
        byte[] left = Arrays.copyOfRange(bytes, 0, at);
        byte[] range = Arrays.copyOfRange(bytes, at, end);
        byte[] right = Arrays.copyOfRange(bytes, end, bytes.length);
        return switch (random.nextInt(8)) {
            case 0 -> left;
            case 1 -> joined(left, right);
            case 2 -> joined(left, repeated(range, random), right);
            case 3 -> joined(left, StrangeValues.of(INVALID_UTF_8, random), range, right);
            case 4 -> joined(left, bytes(random.nextInt(256)), range, right);
            case 5 -> joined(right, range, left);
            case 6 -> random.nextInt(10) == 0 ? new byte[0] : joined(range, left, right);
            default -> flipped(bytes, random);
        };
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return flipped;
    }

    private static byte[] repeated(byte[] range, SplittableRandom random) {
        byte[][] times = new byte[1 + random.nextInt(MAX_REPEATS)][];
        Arrays.fill(times, range);
        return joined(times);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
