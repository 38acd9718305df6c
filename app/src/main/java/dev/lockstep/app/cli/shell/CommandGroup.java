package dev.lockstep.app.cli.shell;

import dev.lockstep.domain.value.ShownValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The commands by what they are about, for a call that names none of them. */
public enum CommandGroup {
    START("demo", "setup", "shell", "run", "completion"),
    ORDERS("order", "cancel-all", "close", "reverse", "sync", "verify", "replay"),
    ACCOUNT("account", "positions", "adjustments", "statement"),
    MARKET("quote", "bars", "clock", "assets"),
    RISK("risk", "halt", "reduce", "resume", "strategy"),
    STATE("status", "health", "incidents", "doctor", "notify"),
    ACCESS("keys", "hooks", "audit", "config"),
    DATA("backup", "store", "import", "export"),
    TEST("simulator", "backtest", "stress", "prove");

    private static final int NAME_CHARS = 8;

    private static final String SEPARATOR = ", ";

    private final String commands;

    CommandGroup(String... commands) {
        this.commands = String.join(SEPARATOR, commands);
    }

    /** Returns the names of its commands. */
    public List<String> commands() {
        return List.of(commands.split(SEPARATOR));
    }

    /** Returns all groups, one on each line. */
    static String lines() {
        return Arrays.stream(values())
                .map(group ->
                        "  "
                                + ShownValue.of(group)
                                + " ".repeat(NAME_CHARS - group.name().length())
                                + group.commands)
                .collect(Collectors.joining("\n"));
    }
}
