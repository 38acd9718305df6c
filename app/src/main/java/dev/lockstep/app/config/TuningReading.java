package dev.lockstep.app.config;

import static dev.lockstep.app.config.SettingKey.ALLOW_HOST;
import static dev.lockstep.app.config.SettingKey.BUSY_TIMEOUT;
import static dev.lockstep.app.config.SettingKey.CALL_TIMEOUT;
import static dev.lockstep.app.config.SettingKey.CANCEL_AGAIN_AFTER;
import static dev.lockstep.app.config.SettingKey.FILLS_INTERVAL;
import static dev.lockstep.app.config.SettingKey.GATEWAY_LISTEN;
import static dev.lockstep.app.config.SettingKey.GATEWAY_PORT;
import static dev.lockstep.app.config.SettingKey.GRACE;
import static dev.lockstep.app.config.SettingKey.INTENT_TTL;
import static dev.lockstep.app.config.SettingKey.LISTEN;
import static dev.lockstep.app.config.SettingKey.LOCK_DEADLINE;
import static dev.lockstep.app.config.SettingKey.LOG_LEVEL;
import static dev.lockstep.app.config.SettingKey.MAX_QUEUED_WRITES;
import static dev.lockstep.app.config.SettingKey.NOTIFICATIONS;
import static dev.lockstep.app.config.SettingKey.PORT;
import static dev.lockstep.app.config.SettingKey.POSITIONS_INTERVAL;
import static dev.lockstep.app.config.SettingKey.RATE_BUDGET;
import static dev.lockstep.app.config.SettingKey.READERS;
import static dev.lockstep.app.config.SettingKey.SETTLE;
import static dev.lockstep.app.config.SettingKey.SYNCHRONOUS;
import static dev.lockstep.app.config.SettingKey.SYNC_INTERVAL;
import static dev.lockstep.app.config.SettingKey.TLS_CERT;
import static dev.lockstep.app.config.SettingKey.TLS_KEY;
import static dev.lockstep.app.config.SettingKey.TOKEN;
import static dev.lockstep.app.config.SettingKey.TOKEN_FILE;
import static dev.lockstep.app.config.SettingKey.UNANSWERED_AFTER;
import static dev.lockstep.app.config.SettingKey.UNANSWERED_ALARM;
import static dev.lockstep.app.config.SettingKey.UNANSWERED_INTERVAL;

import dev.lockstep.app.config.key.PrivateFile;
import dev.lockstep.app.config.value.LogLevel;
import dev.lockstep.broker.alpaca.AlpacaConfig;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.TimeSpan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads these settings, with the bounds of each. */
final class TuningReading {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_READERS = 64;
    private static final int MAX_QUEUE = 100_000;
    private static final int MAX_RATE = 100_000;
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration TENTH = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    private final SettingsReading reading;

    TuningReading(SettingsReading reading) {
        this.reading = reading;
    }

    /**
     * Reads all of it.
     *
     * @param address where the broker is; empty for the folder's own simulator
     */
    Tuning tuning(Optional<URI> address) {
        StoreTuning store = store();
        boolean unlimited = address.map(BrokerAddress::onThisMachine).orElse(true);
        int rateBudget =
                count(RATE_BUDGET, unlimited ? 0 : AlpacaConfig.REQUESTS_PER_MINUTE, 0, MAX_RATE);
        Timings timings =
                address.isPresent()
                        ? timings(Timings.ofBroker(), AlpacaConfig.Environment.LIVE)
                        : timings(Timings.ofOwnSimulator(), AlpacaConfig.Environment.SIM);
        return new Tuning(
                store,
                timings,
                rateBudget,
                schedule(),
                web(),
                gateway(),
                tls(),
                reading.path(NOTIFICATIONS),
                logLevel());
    }

    private StoreTuning store() {
        StoreTuning defaults = StoreTuning.defaults();
        return new StoreTuning(
                time(LOCK_DEADLINE, defaults.lockDeadline(), TENTH, TEN_MINUTES),
                time(BUSY_TIMEOUT, defaults.busyTimeout(), MILLI, SECOND),
                reading.value(
                        SYNCHRONOUS,
                        defaults.synchronous(),
                        StoreTuning::synchronous,
                        StoreTuning::words),
                count(READERS, defaults.readers(), 1, MAX_READERS),
                count(MAX_QUEUED_WRITES, defaults.maxQueuedWrites(), 1, MAX_QUEUE));
    }

    private Timings timings(Timings defaults, AlpacaConfig.Environment environment) {
        Duration call = time(CALL_TIMEOUT, defaults.callTimeout(), TENTH, TEN_MINUTES);
        Timings following = Timings.of(call, environment);
        Duration grace = time(GRACE, following.grace(), TENTH, HOUR);
        Duration settle = time(SETTLE, Timings.settleAfter(grace), TENTH, HOUR);
        Duration intentTtl = time(INTENT_TTL, following.intentTtl(), Duration.ZERO, HOUR);
        return reading.whole(
                defaults,
                () -> new Timings(call, following.longestSend(), grace, settle, intentTtl));
    }

    private LoopSchedule schedule() {
        LoopSchedule defaults = LoopSchedule.defaults();
        return new LoopSchedule(
                time(UNANSWERED_INTERVAL, defaults.inFlightEvery(), TENTH, HOUR),
                time(UNANSWERED_AFTER, defaults.inFlightAfter(), TENTH, HOUR),
                time(SYNC_INTERVAL, defaults.syncEvery(), TENTH, HOUR),
                time(POSITIONS_INTERVAL, defaults.positionsEvery(), TENTH, HOUR),
                time(FILLS_INTERVAL, defaults.fillsEvery(), TENTH, HOUR),
                time(CANCEL_AGAIN_AFTER, defaults.cancelAgainAfter(), TENTH, HOUR),
                time(UNANSWERED_ALARM, defaults.unresolvedAlarm(), TENTH, HOUR));
    }

    private WebSettings web() {
        WebSettings defaults = WebSettings.defaults();
        return new WebSettings(
                count(PORT, defaults.port(), 0, MAX_PORT),
                reading.value(LISTEN, defaults.listen(), Function.identity(), Function.identity()),
                reading.value(
                        ALLOW_HOST,
                        defaults.hosts(),
                        TuningReading::names,
                        names -> String.join(",", names)),
                token());
    }

    private GatewaySettings gateway() {
        GatewaySettings defaults = GatewaySettings.defaults();
        return new GatewaySettings(
                count(GATEWAY_PORT, defaults.port(), 0, MAX_PORT),
                reading.value(
                        GATEWAY_LISTEN,
                        defaults.listen(),
                        Function.identity(),
                        Function.identity()));
    }

    private Optional<TlsFiles> tls() {
        Optional<Path> certificate = reading.path(TLS_CERT);
        Optional<Path> key = reading.path(TLS_KEY);
        return reading.whole(
                Optional.empty(),
                () -> {
                    requireOther(TLS_CERT, certificate, TLS_KEY, key);
                    requireOther(TLS_KEY, key, TLS_CERT, certificate);
                    return certificate.flatMap(
                            file -> key.map(keyFile -> new TlsFiles(file, keyFile)));
                });
    }

    private static void requireOther(
            SettingKey given, Optional<Path> file, SettingKey missing, Optional<Path> other) {
        if (file.isPresent() && other.isEmpty()) {
            throw new InvalidValueException(
                    given.word(), file.get(), missing.word() + " next to it");
        }
    }

    private Optional<String> token() {
        Optional<Path> file = reading.path(TOKEN_FILE);
        Optional<String> token =
                reading.value(TOKEN, Optional.empty(), Optional::of, text -> text.orElse(""));
        return token.or(() ->
                file.flatMap(named ->
                        reading.whole(
                                Optional.empty(), () -> Optional.of(PrivateFile.line(named)))));
    }

    private LogLevel logLevel() {
        return reading.value(LOG_LEVEL, LogLevel.WARN, LogLevel::of, LogLevel::word);
    }

    private Duration time(SettingKey key, Duration defaults, Duration min, Duration max) {
        return reading.value(
                key, defaults, text -> TimeSpan.parse(key.word(), text, min, max), TimeSpan::words);
    }

    private int count(SettingKey key, int defaults, int min, int max) {
        return reading.value(
                key, defaults, text -> count(key.word(), text, min, max), String::valueOf);
    }

    private static int count(String field, String text, int min, int max) {
        try {
            int count = Integer.parseInt(text);
            if (count >= min && count <= max) {
                return count;
            }
        } catch (NumberFormatException noNumber) {
            // Falls through: both ways of being wrong get the same answer.
        }
        throw new InvalidValueException(field, text, min + " to " + max);
    }

    private static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }
}
