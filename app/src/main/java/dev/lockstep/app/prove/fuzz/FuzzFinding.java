package dev.lockstep.app.prove.fuzz;

import dev.lockstep.app.prove.fuzz.parser.BrokenPropertyException;
import dev.lockstep.app.prove.fuzz.parser.FuzzTargets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * An input that a parser failed on.
 *
 * @param target the target
 * @param seed of the run
 * @param number the input's number
 * @param times how many inputs failed in the same way
 * @param error the class of the exception
 * @param message its message
 * @param frame the first stack frame in the program
 * @param stack the first stack frames
 * @param entry the parser's entry
 * @param readable the start of the input as text
 * @param base64 the input, empty if it is longer than {@value #MAX_BASE64_BYTES} bytes
 */
public record FuzzFinding(
        FuzzTargets target,
        long seed,
        long number,
        long times,
        String error,
        String message,
        String frame,
        List<String> stack,
        String entry,
        String readable,
        String base64) {
    private static final String OURS = "dev.lockstep.";
    private static final String FUZZ = "dev.lockstep.app.prove.fuzz.";
    private static final int MAX_FRAMES = 12;
    private static final int MAX_TEXT_CHARS = 2_000;
    private static final int MAX_BASE64_BYTES = 100_000;

    public FuzzFinding {
        stack = List.copyOf(stack);
    }

    static FuzzFinding of(FuzzCase failed, Throwable error) {
        byte[] bytes = failed.input().bytes();
        return new FuzzFinding(
                failed.target(),
                failed.seed(),
                failed.number(),
                1,
                error.getClass().getName(),
                shortened(String.valueOf(error.getMessage())),
                frame(error),
                Arrays.stream(error.getStackTrace())
                        .limit(MAX_FRAMES)
                        .map(StackTraceElement::toString)
                        .toList(),
                failed.input().entry(),
                shortened(failed.input().text()),
                bytes.length > MAX_BASE64_BYTES ? "" : Base64.getEncoder().encodeToString(bytes));
    }

    private static String frame(Throwable error) {
        return Arrays.stream(error.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .filter(frame ->
                        error instanceof BrokenPropertyException
                                || !frame.getClassName().startsWith(FUZZ))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("outside the program");
    }

    private static String shortened(String text) {
        String printable =
                text.codePoints()
                        .limit(MAX_TEXT_CHARS)
                        .map(c -> printable(c) ? c : '?')
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return text.length() > printable.length() ? printable + "…" : printable;
    }

    /** An unpaired surrogate cannot be written to the report. */
    private static boolean printable(int c) {
        return c == '\n'
                || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
    }

    /** Returns what inputs have in common that show the same bug. */
    String place() {
        return target + " " + error + " " + frame;
    }

    /** Returns the first of two inputs that fail in the same way, with the count of both. */
    FuzzFinding joined(FuzzFinding other) {
        FuzzFinding first = number <= other.number ? this : other;
        return new FuzzFinding(
                first.target,
                first.seed,
                first.number,
                times + other.times,
                first.error,
                first.message,
                first.frame,
                first.stack,
                first.entry,
                first.readable,
                first.base64);
    }

    /** Returns the command that gives this input to the parser again. */
    public String replayCommand() {
        return "./lockstep prove fuzz --target %s --seed %d --input %d"
                .formatted(target.word(), seed, number);
    }
}
