package dev.lockstep.app.cli.shell;

import java.util.Map;
import picocli.CommandLine.Option;

/** Why a person changes what holds orders back, and who it is; both are kept with the change. */
public final class ReasonOption {
    private static final String NOBODY = "somebody";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Reason, stored with the change and shown where an order is denied.")
    private String reason = "no reason given";

    public String why() {
        return reason;
    }

    /** Returns the name that the shell knows the user by. */
    public static String who(CommandContext context) {
        Map<String, String> environment = context.surroundings().environment();
        String user = environment.getOrDefault("USER", "");
        return user.isBlank() ? NOBODY : user;
    }
}
