package dev.lockstep.app.cli.shell;

import java.util.Arrays;
import java.util.stream.Stream;

/** Reads {@code help order submit} as {@code order submit --help}, as other programs do. */
public final class HelpWord {
    private static final String WORD = "help";
    private static final String OPTION = "--help";

    private HelpWord() {}

    /** Returns the arguments of the call that is meant. */
    public static String[] asOption(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(WORD)
                ? Stream.concat(Arrays.stream(arguments).skip(1), Stream.of(OPTION))
                        .toArray(String[]::new)
                : arguments.clone();
    }
}
