package dev.lockstep.app.config;

import static dev.lockstep.app.config.Setting.Reach.COMMON;
import static dev.lockstep.app.config.Setting.Reach.ENVIRONMENT_ALONE;
import static dev.lockstep.app.config.Setting.Reach.EVERYWHERE;
import static dev.lockstep.app.config.SettingType.confirmation;
import static dev.lockstep.app.config.SettingType.count;
import static dev.lockstep.app.config.SettingType.file;
import static dev.lockstep.app.config.SettingType.optional;
import static dev.lockstep.app.config.SettingType.text;
import static dev.lockstep.app.config.SettingType.time;
import static dev.lockstep.app.config.SettingType.unbounded;

import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.sqlite.SqliteConfig.Synchronous;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The settings of the account, the database, the broker and the trading loop. */
public final class TradingSettings {
    static final SettingGroup ALL = new SettingGroup();

    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration TENTH = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final StoreTuning STORE_DEFAULTS = StoreTuning.defaults();
    private static final LoopSchedule LOOP = LoopSchedule.defaults();

    public static final Setting<TradingMode> MODE =
            ALL.following(
                    "mode",
                    COMMON,
                    unbounded("MODE", TradingMode::of, TradingMode::word),
                    "sim: a simulator on this machine; paper or live: Alpaca, with keys in "
                            + "$APCA_API_KEY_ID and $APCA_API_SECRET_KEY (default: the mode of the data "
                            + "folder, else sim).");
    public static final Setting<String> BASE_URL =
            ALL.following(
                    "base-url",
                    COMMON,
                    text("URL"),
                    "Address of the broker, instead of the default one (or $LOCKSTEP_BASE_URL).");
    public static final Setting<Optional<Path>> KEY_FILE =
            ALL.setting(
                    "key-file",
                    COMMON,
                    file(),
                    Optional.empty(),
                    "Read the API keys from FILE, which only its owner may read.");
    public static final Setting<Boolean> LIVE_TRADING =
            ALL.setting(
                    "live-trading",
                    COMMON,
                    confirmation(Settings.LIVE_WORDS),
                    false,
                    "Confirms mode live; WORDS must be \"" + Settings.LIVE_WORDS + "\".");
    public static final Setting<Optional<PostgresAddress>> STORE =
            ALL.setting(
                    "store",
                    COMMON,
                    optional("ADDRESS", PostgresAddress::parsed, PostgresAddress::toString),
                    Optional.empty(),
                    "Keep the orders in a PostgreSQL database, for several machines:"
                            + " postgresql://USER@HOST:PORT/DATABASE (default: the file lockstep.db in the"
                            + " data folder).");
    public static final Setting<Optional<Path>> STORE_PASSWORD_FILE =
            ALL.setting(
                    "store-password-file",
                    EVERYWHERE,
                    file(),
                    Optional.empty(),
                    "File with the password of --store's user; only its owner may read it.");
    public static final Setting<Optional<String>> STORE_PASSWORD =
            ALL.setting(
                    "store-password",
                    ENVIRONMENT_ALONE,
                    optional("PASSWORD", Function.identity(), Function.identity()),
                    Optional.empty(),
                    "Password of --store's user. A secret: only as a variable, or in"
                            + " --store-password-file.");
    public static final Setting<Duration> LOCK_DEADLINE =
            ALL.setting(
                    "lock-deadline",
                    EVERYWHERE,
                    time(TENTH, TEN_MINUTES),
                    STORE_DEFAULTS.lockDeadline(),
                    "Total time a call may wait for the database: queue, lock and all retries.");
    public static final Setting<Duration> BUSY_TIMEOUT =
            ALL.setting(
                    "busy-timeout",
                    EVERYWHERE,
                    time(MILLI, SECOND),
                    STORE_DEFAULTS.busyTimeout(),
                    "Time SQLite itself waits for a lock before it returns; this wait cannot be"
                            + " interrupted.");
    public static final Setting<Synchronous> SYNCHRONOUS =
            ALL.setting(
                    "synchronous",
                    EVERYWHERE,
                    unbounded("WORDS", StoreTuning::synchronous, StoreTuning::words),
                    STORE_DEFAULTS.synchronous(),
                    "Durability of a commit: full, or \"" + StoreTuning.NORMAL_WORDS + "\".");
    public static final Setting<Integer> READERS =
            ALL.setting(
                    "readers",
                    EVERYWHERE,
                    count(1, 64),
                    STORE_DEFAULTS.readers(),
                    "Maximum number of concurrent reads of the database.");
    public static final Setting<Integer> MAX_QUEUED_WRITES =
            ALL.setting(
                    "max-queued-writes",
                    EVERYWHERE,
                    count(1, 100_000),
                    STORE_DEFAULTS.maxQueuedWrites(),
                    "Maximum number of queued writes in one process.");
    public static final Setting<Duration> CALL_TIMEOUT =
            ALL.following(
                    "call-timeout",
                    EVERYWHERE,
                    time(TENTH, TEN_MINUTES),
                    "Timeout of one request to the broker.");
    public static final Setting<Duration> GRACE =
            ALL.following(
                    "grace",
                    EVERYWHERE,
                    time(TENTH, HOUR),
                    "Time since the last send after which \"not found\" at the broker becomes "
                            + "proof.");
    public static final Setting<Duration> INTENT_TTL =
            ALL.setting(
                    "intent-ttl",
                    EVERYWHERE,
                    time(Duration.ZERO, HOUR),
                    Timings.INTENT_TTL,
                    "Age up to which an order that never arrived is resent under the same "
                            + "client order id; 0s for never.");
    public static final Setting<Duration> SETTLE =
            ALL.following(
                    "settle",
                    EVERYWHERE,
                    time(TENTH, HOUR),
                    "Time after which a command stops asking for unanswered orders.");
    public static final Setting<Integer> RATE_BUDGET =
            ALL.following(
                    "rate-budget",
                    EVERYWHERE,
                    count(0, 100_000),
                    "Maximum number of requests to the broker in a minute; 0 for no limit.");
    public static final Setting<Duration> SYNC_INTERVAL =
            ALL.setting(
                    "sync-interval",
                    EVERYWHERE,
                    time(TENTH, HOUR),
                    LOOP.syncEvery(),
                    "Interval between syncs of the open orders. After three intervals without a"
                            + " successful sync only orders that reduce a position are sent.");
    public static final Setting<Duration> POSITIONS_INTERVAL =
            ALL.setting(
                    "positions-interval",
                    EVERYWHERE,
                    time(TENTH, HOUR),
                    LOOP.positionsEvery(),
                    "Interval between checks of the positions.");
    public static final Setting<Duration> FILLS_INTERVAL =
            ALL.setting(
                    "fills-interval",
                    EVERYWHERE,
                    time(TENTH, HOUR),
                    LOOP.fillsEvery(),
                    "Interval between checks of the executions.");
    public static final Setting<Duration> UNANSWERED_INTERVAL =
            ALL.setting(
                    "unanswered-interval",
                    EVERYWHERE,
                    time(TENTH, HOUR),
                    LOOP.inFlightEvery(),
                    "Interval between checks of unanswered orders.");
    public static final Setting<Duration> UNANSWERED_AFTER =
            ALL.setting(
                    "unanswered-after",
                    EVERYWHERE,
                    time(TENTH, HOUR),
                    LOOP.inFlightAfter(),
                    "Age at which an unanswered order is first looked up.");
    public static final Setting<Duration> UNANSWERED_ALARM =
            ALL.setting(
                    "unanswered-alarm",
                    EVERYWHERE,
                    time(TENTH, HOUR),
                    LOOP.unresolvedAlarm(),
                    "Age at which an unanswered order becomes an incident.");
    public static final Setting<Duration> CANCEL_AGAIN_AFTER =
            ALL.setting(
                    "cancel-again-after",
                    EVERYWHERE,
                    time(TENTH, HOUR),
                    LOOP.cancelAgainAfter(),
                    "Time after which an unconfirmed cancel is sent again.");

    private TradingSettings() {}
}
