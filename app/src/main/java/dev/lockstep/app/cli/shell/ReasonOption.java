package dev.lockstep.app.cli.shell;

import picocli.CommandLine.Option;

/** Why a person changes what holds orders back, and who it is; both are kept with the change. */
public final class ReasonOption {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Reason, stored with the change and shown where an order is denied.")
    private String reason = "no reason given";

    public String why() {
        return reason;
    }

    /** Returns the name of the user. */
    public static String who(CommandContext context) {
        return context.processEnvironment().user();
    }
}
