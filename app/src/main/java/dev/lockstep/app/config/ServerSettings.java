package dev.lockstep.app.config;

import static dev.lockstep.app.config.Setting.Reach.ENVIRONMENT_ALONE;
import static dev.lockstep.app.config.Setting.Reach.EVERYWHERE;
import static dev.lockstep.app.config.Setting.Reach.RUN;
import static dev.lockstep.app.config.SettingType.file;
import static dev.lockstep.app.config.SettingType.names;
import static dev.lockstep.app.config.SettingType.optional;
import static dev.lockstep.app.config.SettingType.port;
import static dev.lockstep.app.config.SettingType.text;
import static dev.lockstep.app.config.SettingType.unbounded;

import dev.lockstep.app.config.value.LogLevel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The settings of the screen, the REST API and the gateway, and of what they report. */
public final class ServerSettings {
    static final SettingGroup ALL = new SettingGroup();

    private static final WebSettings WEB = WebSettings.defaults();
    private static final GatewaySettings GATEWAY = GatewaySettings.defaults();

    public static final Setting<Integer> PORT =
            ALL.setting(
                    "port",
                    RUN,
                    port(),
                    WEB.port(),
                    "Port of the screen and the REST API; 0 for any free port (default: "
                            + WEB.port()
                            + ").");
    public static final Setting<String> LISTEN =
            ALL.setting(
                    "listen",
                    RUN,
                    text("ADDRESS"),
                    WEB.listen(),
                    "Address to listen on (default: "
                            + WEB.listen()
                            + "). Beyond this machine clients "
                            + "need a token: $LOCKSTEP_TOKEN or --token-file.");
    public static final Setting<Set<String>> ALLOW_HOST =
            ALL.setting(
                    "allow-host",
                    RUN,
                    names(),
                    WEB.hosts(),
                    "Further host names of this machine for browsers, separated by commas.");
    public static final Setting<Optional<Path>> TOKEN_FILE =
            ALL.setting(
                    "token-file",
                    RUN,
                    file(),
                    Optional.empty(),
                    "File with the token that clients must send; only its owner may read it.");
    public static final Setting<Optional<String>> TOKEN =
            ALL.setting(
                    "token",
                    ENVIRONMENT_ALONE,
                    optional("TOKEN", Function.identity(), Function.identity()),
                    WEB.token(),
                    "Token that clients must send. A secret: only as a variable, or in "
                            + "--token-file.");
    public static final Setting<Integer> GATEWAY_PORT =
            ALL.setting(
                    "gateway-port",
                    RUN,
                    port(),
                    GATEWAY.port(),
                    "Port on which bots use Alpaca's API, with keys of 'lockstep keys'; 0 for none (default: "
                            + GATEWAY.port()
                            + ").");
    public static final Setting<String> GATEWAY_LISTEN =
            ALL.setting(
                    "gateway-listen",
                    RUN,
                    text("ADDRESS"),
                    GATEWAY.listen(),
                    "Address on which the gateway listens (default: " + GATEWAY.listen() + ").");
    public static final Setting<Optional<Path>> TLS_CERT =
            ALL.setting(
                    "tls-cert",
                    RUN,
                    file(),
                    Optional.empty(),
                    "Serve the screen, the REST API and the gateway over TLS, with the certificate chain in"
                            + " FILE (PEM); followed when it changes.");
    public static final Setting<Optional<Path>> TLS_KEY =
            ALL.setting(
                    "tls-key",
                    RUN,
                    file(),
                    Optional.empty(),
                    "Private key of --tls-cert (PEM, not encrypted), which others must not be able to"
                            + " read.");
    public static final Setting<Optional<Path>> NOTIFICATIONS =
            ALL.setting(
                    "notifications",
                    EVERYWHERE,
                    file(),
                    Optional.empty(),
                    "File with the channels of notifications, which only its owner may read (default:"
                            + " notifications.properties in the data folder, if it exists).");
    public static final Setting<LogLevel> LOG_LEVEL =
            ALL.setting(
                    "log-level",
                    EVERYWHERE,
                    unbounded("LEVEL", LogLevel::of, LogLevel::word),
                    LogLevel.WARN,
                    "Log level on stderr: error, warn, info, debug or trace; --verbose is "
                            + "debug.");

    private ServerSettings() {}
}
