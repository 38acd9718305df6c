package dev.lockstep.app.config;

import static dev.lockstep.app.config.ServerSettings.ALLOW_HOST;
import static dev.lockstep.app.config.ServerSettings.GATEWAY_LISTEN;
import static dev.lockstep.app.config.ServerSettings.GATEWAY_PORT;
import static dev.lockstep.app.config.ServerSettings.LISTEN;
import static dev.lockstep.app.config.ServerSettings.LOG_LEVEL;
import static dev.lockstep.app.config.ServerSettings.NOTIFICATIONS;
import static dev.lockstep.app.config.ServerSettings.PORT;
import static dev.lockstep.app.config.ServerSettings.TLS_CERT;
import static dev.lockstep.app.config.ServerSettings.TLS_KEY;
import static dev.lockstep.app.config.ServerSettings.TOKEN;
import static dev.lockstep.app.config.ServerSettings.TOKEN_FILE;
import static dev.lockstep.app.config.TradingSettings.BUSY_TIMEOUT;
import static dev.lockstep.app.config.TradingSettings.CALL_TIMEOUT;
import static dev.lockstep.app.config.TradingSettings.CANCEL_AGAIN_AFTER;
import static dev.lockstep.app.config.TradingSettings.FILLS_INTERVAL;
import static dev.lockstep.app.config.TradingSettings.GRACE;
import static dev.lockstep.app.config.TradingSettings.INTENT_TTL;
import static dev.lockstep.app.config.TradingSettings.LOCK_DEADLINE;
import static dev.lockstep.app.config.TradingSettings.MAX_QUEUED_WRITES;
import static dev.lockstep.app.config.TradingSettings.POSITIONS_INTERVAL;
import static dev.lockstep.app.config.TradingSettings.RATE_BUDGET;
import static dev.lockstep.app.config.TradingSettings.READERS;
import static dev.lockstep.app.config.TradingSettings.SETTLE;
import static dev.lockstep.app.config.TradingSettings.STORE;
import static dev.lockstep.app.config.TradingSettings.STORE_PASSWORD;
import static dev.lockstep.app.config.TradingSettings.STORE_PASSWORD_FILE;
import static dev.lockstep.app.config.TradingSettings.SYNCHRONOUS;
import static dev.lockstep.app.config.TradingSettings.SYNC_INTERVAL;
import static dev.lockstep.app.config.TradingSettings.UNANSWERED_AFTER;
import static dev.lockstep.app.config.TradingSettings.UNANSWERED_ALARM;
import static dev.lockstep.app.config.TradingSettings.UNANSWERED_INTERVAL;

import dev.lockstep.app.config.key.PrivateFile;
import dev.lockstep.broker.alpaca.AlpacaConfig;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.StorePassword;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the settings that do not depend on the account. */
final class TuningReading {
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
                reading.value(RATE_BUDGET, unlimited ? 0 : AlpacaConfig.REQUESTS_PER_MINUTE);
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
                reading.value(LOG_LEVEL));
    }

    private StoreTuning store() {
        Optional<PostgresAddress> address = reading.value(STORE);
        StorePassword password = storePassword();
        return new StoreTuning(
                reading.value(LOCK_DEADLINE),
                reading.value(BUSY_TIMEOUT),
                reading.value(SYNCHRONOUS),
                reading.value(READERS),
                reading.value(MAX_QUEUED_WRITES),
                address.map(known -> new StoreTuning.Server(known, password)));
    }

    private StorePassword storePassword() {
        Optional<String> file = secretLine(STORE_PASSWORD_FILE);
        return reading.value(STORE_PASSWORD)
                .or(() -> file)
                .map(StorePassword::new)
                .orElse(StorePassword.NONE);
    }

    private Timings timings(Timings defaults, AlpacaConfig.Environment environment) {
        Duration call = reading.value(CALL_TIMEOUT, defaults.callTimeout());
        Timings following = Timings.of(call, environment);
        Duration grace = reading.value(GRACE, following.grace());
        Duration settle = reading.value(SETTLE, Timings.settleAfter(grace));
        Duration intentTtl = reading.value(INTENT_TTL);
        return reading.together(
                defaults,
                List.of(GRACE, SETTLE),
                () -> new Timings(call, following.longestSend(), grace, settle, intentTtl));
    }

    private LoopSchedule schedule() {
        return new LoopSchedule(
                reading.value(UNANSWERED_INTERVAL),
                reading.value(UNANSWERED_AFTER),
                reading.value(SYNC_INTERVAL),
                reading.value(POSITIONS_INTERVAL),
                reading.value(FILLS_INTERVAL),
                reading.value(CANCEL_AGAIN_AFTER),
                reading.value(UNANSWERED_ALARM));
    }

    private WebSettings web() {
        return new WebSettings(
                reading.value(PORT), reading.value(LISTEN), reading.value(ALLOW_HOST), token());
    }

    private GatewaySettings gateway() {
        return new GatewaySettings(reading.value(GATEWAY_PORT), reading.value(GATEWAY_LISTEN));
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
            Setting<?> given, Optional<Path> file, Setting<?> missing, Optional<Path> other) {
        if (file.isPresent() && other.isEmpty()) {
            throw new InvalidValueException(
                    given.word(), file.get(), missing.word() + " next to it");
        }
    }

    private Optional<String> token() {
        Optional<String> file = secretLine(TOKEN_FILE);
        return reading.value(TOKEN).or(() -> file);
    }

    /** Returns the line of a file that only its owner may read, empty if none is named. */
    private Optional<String> secretLine(Setting<Optional<Path>> setting) {
        return reading.path(setting)
                .flatMap(named ->
                        reading.whole(
                                Optional.empty(), () -> Optional.of(PrivateFile.line(named))));
    }
}
