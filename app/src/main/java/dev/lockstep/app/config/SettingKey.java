package dev.lockstep.app.config;

import dev.lockstep.app.config.key.SimulatorKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What can be set: each under one name, as a line in the file of settings, as an environment
 * variable and as an option.
 */
public enum SettingKey {
    MODE(
            "MODE",
            Reach.COMMON,
            "sim: a simulator on this machine; paper, live: Alpaca, with keys in"
                    + " $APCA_API_KEY_ID and $APCA_API_SECRET_KEY (default: what the folder"
                    + " belongs to, else sim)."),
    BASE_URL(
            "URL",
            Reach.COMMON,
            "The broker's address instead of the usual (or $LOCKSTEP_BASE_URL)."),
    KEY_FILE("FILE", Reach.COMMON, "Read the keys from FILE, which only its owner may read."),
    LIVE_TRADING(
            "WORDS",
            Reach.COMMON,
            "Switches mode live on; WORDS must be \"" + Settings.LIVE_WORDS + "\"."),
    LOCK_DEADLINE(
            "TIME",
            Reach.EVERYWHERE,
            "How long a call waits for the database in all: queue, lock and every retry."),
    BUSY_TIMEOUT(
            "TIME",
            Reach.EVERYWHERE,
            "How long SQLite itself waits for a lock in one go; nothing can interrupt that."),
    SYNCHRONOUS(
            "WORDS",
            Reach.EVERYWHERE,
            "What a commit waits for: full, or \"" + StoreTuning.NORMAL_WORDS + "\"."),
    READERS("N", Reach.EVERYWHERE, "How many reads of the database run at once."),
    MAX_QUEUED_WRITES("N", Reach.EVERYWHERE, "How many writes may wait in one process."),
    CALL_TIMEOUT("TIME", Reach.EVERYWHERE, "How long one request to the broker may take."),
    GRACE(
            "TIME",
            Reach.EVERYWHERE,
            "How long after it was claimed the broker's \"no such order\" becomes proof."),
    INTENT_TTL(
            "TIME",
            Reach.EVERYWHERE,
            "How long after its intent an order that never arrived is sent again under the same"
                    + " client order id; 0s for never."),
    SETTLE(
            "TIME",
            Reach.EVERYWHERE,
            "How long a command asks about orders without an answer before it gives up."),
    RATE_BUDGET(
            "N",
            Reach.EVERYWHERE,
            "Requests to the broker in a minute; 0 for as many as come until it objects."),
    SYNC_INTERVAL(
            "TIME",
            Reach.EVERYWHERE,
            "How often the loop compares all open orders; three of them without a good sync let"
                    + " only reducing orders out."),
    POSITIONS_INTERVAL("TIME", Reach.EVERYWHERE, "How often the loop compares positions."),
    FILLS_INTERVAL("TIME", Reach.EVERYWHERE, "How often the loop compares executions."),
    UNANSWERED_INTERVAL(
            "TIME", Reach.EVERYWHERE, "How often the loop asks about what has had no answer."),
    UNANSWERED_AFTER(
            "TIME", Reach.EVERYWHERE, "How long it leaves a fresh one alone before it asks."),
    UNANSWERED_ALARM(
            "TIME",
            Reach.EVERYWHERE,
            "How old an order without an answer may grow before there is an incident."),
    CANCEL_AGAIN_AFTER(
            "TIME",
            Reach.EVERYWHERE,
            "How long after a cancel was asked for it is asked for again."),
    PORT(
            "PORT",
            Reach.RUN,
            "Where the screen and the REST interface are; 0 for any port that is free."),
    LISTEN(
            "ADDRESS",
            Reach.RUN,
            "The address to listen at. Beyond this machine clients must show a token:"
                    + " $LOCKSTEP_TOKEN or --token-file."),
    ALLOW_HOST(
            "NAMES",
            Reach.RUN,
            "Further names by which browsers reach this machine, with commas between."),
    TOKEN_FILE(
            "FILE",
            Reach.RUN,
            "The token that clients must show is in FILE, which only its owner may read."),
    TOKEN(
            "TOKEN",
            Reach.ENVIRONMENT_ALONE,
            "The token that clients must show. A secret: only as a variable, or in --token-file."),
    LOG_LEVEL("LEVEL", Reach.EVERYWHERE, "How much is logged to stderr; --verbose is debug.");

    private static final String PREFIX = "LOCKSTEP_";

    /** Variables that are no settings of a data folder. */
    private static final List<String> OTHER_VARIABLES =
            List.of(
                    DataFolder.VARIABLE,
                    "LOCKSTEP_COLOR",
                    "LOCKSTEP_JAVA_HOME",
                    "LOCKSTEP_WEB",
                    SimulatorKeys.KEY,
                    SimulatorKeys.SECRET);

    private final String label;
    private final Reach reach;
    private final String description;

    SettingKey(String label, Reach reach, String description) {
        this.label = label;
        this.reach = reach;
        this.description = description;
    }

    /** The name in the file, and without its dashes the option's. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable. */
    public String variable() {
        return PREFIX + name();
    }

    /** The option. */
    public String flag() {
        return "--" + word();
    }

    /** What stands for the value in a help text. */
    public String label() {
        return label;
    }

    /** What it is, for a person. */
    public String description() {
        return description;
    }

    /** Which commands take it as an option. */
    public Reach reach() {
        return reach;
    }

    /** Whether its value is never shown, and never written where others could see it. */
    public boolean secret() {
        return reach == Reach.ENVIRONMENT_ALONE;
    }

    static List<String> words() {
        return Arrays.stream(values()).filter(key -> !key.secret()).map(SettingKey::word).toList();
    }

    static boolean ours(String variable) {
        return variable.startsWith(PREFIX);
    }

    static List<String> variables() {
        List<String> variables = new ArrayList<>(OTHER_VARIABLES);
        Arrays.stream(values()).map(SettingKey::variable).forEach(variables::add);
        return variables;
    }

    /** Which commands take a setting as an option. */
    public enum Reach {
        /** All, and their help texts tell of it. */
        COMMON,
        /** All. */
        EVERYWHERE,
        /** The one that serves the screen. */
        RUN,
        /** None, and the file must not have it either. */
        ENVIRONMENT_ALONE
    }
}
