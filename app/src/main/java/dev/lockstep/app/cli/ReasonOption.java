package dev.lockstep.app.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** Why a person changes what holds orders back, and who it is; both are kept with the change. */
final class ReasonOption {
    private static final String NOBODY = "somebody";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, kept with the change and shown where an order is denied.")
    private String reason = "no reason given";

    String why() {
        return reason;
    }

    /** The name that the shell knows the user by. */
    static String who(Lockstep root) {
        Map<String, String> environment = root.surroundings().environment();
        String user = environment.getOrDefault("USER", "");
        return user.isBlank() ? NOBODY : user;
    }
}
