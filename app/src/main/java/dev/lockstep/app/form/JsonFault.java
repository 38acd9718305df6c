package dev.lockstep.app.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** Describes what is wrong with a JSON text, without the parser's advice to programmers. */
public final class JsonFault {
    /** How to allow it in a program, and the method that a limit comes from. */
    private static final Pattern ADVICE =
            Pattern.compile(": enable `[^`]*` to allow|, from `[^`]*`");

    private JsonFault() {}

    /** Returns the description. */
    public static String of(JsonProcessingException malformed) {
        return ADVICE.matcher(String.valueOf(malformed.getOriginalMessage())).replaceAll("");
    }
}
