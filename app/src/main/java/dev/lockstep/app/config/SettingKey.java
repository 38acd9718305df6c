package dev.lockstep.app.config;

import dev.lockstep.app.config.key.SimulatorKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The settings: each has one name, as a line in the settings file, as an environment variable and
 * as an option.
 */
public enum SettingKey {
    MODE(
            "MODE",
            Reach.COMMON,
            "sim: a simulator on this machine; paper or live: Alpaca, with keys in "
                    + "$APCA_API_KEY_ID and $APCA_API_SECRET_KEY (default: the mode of the data "
                    + "folder, else sim)."),
    BASE_URL(
            "URL",
            Reach.COMMON,
            "Address of the broker, instead of the default one (or $LOCKSTEP_BASE_URL)."),
    KEY_FILE("FILE", Reach.COMMON, "Read the API keys from FILE, which only its owner may read."),
    LIVE_TRADING(
            "WORDS",
            Reach.COMMON,
            "Confirms mode live; WORDS must be \"" + Settings.LIVE_WORDS + "\"."),
    LOCK_DEADLINE(
            "TIME",
            Reach.EVERYWHERE,
            "Total time a call may wait for the database: queue, lock and all retries."),
    BUSY_TIMEOUT(
            "TIME",
            Reach.EVERYWHERE,
            "Time SQLite itself waits for a lock before it returns; this wait cannot be"
                    + " interrupted."),
    SYNCHRONOUS(
            "WORDS",
            Reach.EVERYWHERE,
            "Durability of a commit: full, or \"" + StoreTuning.NORMAL_WORDS + "\"."),
    READERS("N", Reach.EVERYWHERE, "Maximum number of concurrent reads of the database."),
    MAX_QUEUED_WRITES("N", Reach.EVERYWHERE, "Maximum number of queued writes in one process."),
    CALL_TIMEOUT("TIME", Reach.EVERYWHERE, "Timeout of one request to the broker."),
    GRACE(
            "TIME",
            Reach.EVERYWHERE,
            "Time since the last send after which \"not found\" at the broker becomes " + "proof."),
    INTENT_TTL(
            "TIME",
            Reach.EVERYWHERE,
            "Age up to which an order that never arrived is resent under the same "
                    + "client order id; 0s for never."),
    SETTLE(
            "TIME",
            Reach.EVERYWHERE,
            "Time after which a command stops asking for unanswered orders."),
    RATE_BUDGET(
            "N",
            Reach.EVERYWHERE,
            "Maximum number of requests to the broker in a minute; 0 for no limit."),
    SYNC_INTERVAL(
            "TIME",
            Reach.EVERYWHERE,
            "Interval between syncs of the open orders. After three intervals without a"
                    + " successful sync only orders that reduce a position are sent."),
    POSITIONS_INTERVAL("TIME", Reach.EVERYWHERE, "Interval between checks of the positions."),
    FILLS_INTERVAL("TIME", Reach.EVERYWHERE, "Interval between checks of the executions."),
    UNANSWERED_INTERVAL("TIME", Reach.EVERYWHERE, "Interval between checks of unanswered orders."),
    UNANSWERED_AFTER(
            "TIME", Reach.EVERYWHERE, "Age at which an unanswered order is first looked up."),
    UNANSWERED_ALARM(
            "TIME", Reach.EVERYWHERE, "Age at which an unanswered order becomes an incident."),
    CANCEL_AGAIN_AFTER(
            "TIME", Reach.EVERYWHERE, "Time after which an unconfirmed cancel is sent again."),
    PORT(
            "PORT",
            Reach.RUN,
            "Port of the screen and the REST API; 0 for any free port (default: 8080)."),
    LISTEN(
            "ADDRESS",
            Reach.RUN,
            "Address to listen on (default: 127.0.0.1). Beyond this machine clients "
                    + "need a token: $LOCKSTEP_TOKEN or --token-file."),
    ALLOW_HOST(
            "NAMES",
            Reach.RUN,
            "Further host names of this machine for browsers, separated by commas."),
    TOKEN_FILE(
            "FILE",
            Reach.RUN,
            "File with the token that clients must send; only its owner may read it."),
    TOKEN(
            "TOKEN",
            Reach.ENVIRONMENT_ALONE,
            "Token that clients must send. A secret: only as a variable, or in " + "--token-file."),
    GATEWAY_PORT(
            "PORT",
            Reach.RUN,
            "Port on which bots use Alpaca's API, with keys of 'lockstep keys'; 0 for none (default:"
                    + " 0)."),
    GATEWAY_LISTEN(
            "ADDRESS", Reach.RUN, "Address on which the gateway listens (default: 127.0.0.1)."),
    TLS_CERT(
            "FILE",
            Reach.RUN,
            "Serve the screen, the REST API and the gateway over TLS, with the certificate chain in"
                    + " FILE (PEM); followed when it changes."),
    TLS_KEY(
            "FILE",
            Reach.RUN,
            "Private key of --tls-cert (PEM, not encrypted), which others must not be able to"
                    + " read."),
    NOTIFICATIONS(
            "FILE",
            Reach.EVERYWHERE,
            "File with the channels of notifications, which only its owner may read (default:"
                    + " notifications.properties in the data folder, if it exists)."),
    LOG_LEVEL(
            "LEVEL",
            Reach.EVERYWHERE,
            "Log level on stderr: error, warn, info, debug or trace; --verbose is " + "debug.");

    /** Secrets of notification channels, whose names are the operator's. */
    public static final String CHANNEL_PREFIX = "LOCKSTEP_NOTIFY_";

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

    /** Returns the name in the file, and without its dashes the option's. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the environment variable. */
    public String variable() {
        return PREFIX + name();
    }

    /** Returns the option. */
    public String flag() {
        return "--" + word();
    }

    /** Returns the label of the value in help texts. */
    public String label() {
        return label;
    }

    /** Returns the description for help texts. */
    public String description() {
        return description;
    }

    /** Returns which commands take it as an option. */
    public Reach reach() {
        return reach;
    }

    /** Returns whether its value is never shown, and never written where others could see it. */
    public boolean secret() {
        return reach == Reach.ENVIRONMENT_ALONE;
    }

    static List<String> words() {
        return Arrays.stream(values()).filter(key -> !key.secret()).map(SettingKey::word).toList();
    }

    static boolean ours(String variable) {
        return variable.startsWith(PREFIX) && !variable.startsWith(CHANNEL_PREFIX);
    }

    static List<String> variables() {
        List<String> variables = new ArrayList<>(OTHER_VARIABLES);
        Arrays.stream(values()).map(SettingKey::variable).forEach(variables::add);
        return variables;
    }

    /** Which commands take a setting as an option. */
    public enum Reach {
        /** All commands; their help lists it. */
        COMMON,
        /** All. */
        EVERYWHERE,
        /** The one that serves the screen. */
        RUN,
        /** None, and the file must not have it either. */
        ENVIRONMENT_ALONE
    }
}
