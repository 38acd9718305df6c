package dev.lockstep.app.cli.shell;

import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/**
 * Decides whether output is coloured: by the option, else by the environment, else if stdout is a
 * terminal.
 */
public final class Colors {
    /** The option that decides. */
    static final String FLAG = "--color";

    private static final String VARIABLE = "LOCKSTEP_COLOR";
    private static final String NONE_VARIABLE = "NO_COLOR";

    private Colors() {}

    /**
     * Returns the colour scheme.
     *
     * @param flag the value of the option, null if not given
     */
    public static ColorScheme scheme(@Nullable String flag, ProcessEnvironment processEnvironment) {
        return Help.defaultColorScheme(requested(flag, processEnvironment) ? Ansi.ON : Ansi.OFF);
    }

    /** Returns the default, before the options are read or if they are invalid. */
    public static ColorScheme scheme(
            List<String> arguments, ProcessEnvironment processEnvironment) {
        int place = arguments.indexOf(FLAG);
        String flag = place >= 0 && place + 1 < arguments.size() ? arguments.get(place + 1) : null;
        try {
            return scheme(flag, processEnvironment);
        } catch (InvalidValueException wrong) {
            return Help.defaultColorScheme(Ansi.OFF);
        }
    }

    private static boolean requested(@Nullable String flag, ProcessEnvironment processEnvironment) {
        Map<String, String> environment = processEnvironment.environment();
        String chosen = flag == null ? environment.getOrDefault(VARIABLE, "") : flag;
        return switch (chosen.toLowerCase(Locale.ROOT)) {
            case "always" -> true;
            case "never" -> false;
            case "auto", "" ->
                    processEnvironment.terminal()
                            && environment.getOrDefault(NONE_VARIABLE, "").isEmpty();
            default -> throw new InvalidValueException("color", chosen, "auto, always or never");
        };
    }
}
