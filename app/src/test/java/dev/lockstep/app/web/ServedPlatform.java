package dev.lockstep.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.Main;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.StoreTuning;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.config.Tuning;
import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.metrics.Meters;
import dev.lockstep.app.notify.ChannelSettings;
import dev.lockstep.app.notify.ChannelTrial;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.tls.ServerCertificate;
import dev.lockstep.app.view.ShownConstants;
import dev.lockstep.app.wiring.GuicePlatformFactory;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.notifications.NotificationChannels;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.StorePassword;
import dev.lockstep.simulator.ApiKey;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A platform on a folder of its own, its exchange and its web server, all in this process. */
final class ServedPlatform implements AutoCloseable {
    /** What nobody may ever read in an answer. */
    static final String SECRET = "hush-this-is-the-broker-s-secret";

    private static final Duration HEARTBEAT = Duration.ofMillis(300);
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final Setup setup;
    private final Simulator simulator;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(BOUND).build();
    private final Meters meters = new Meters();
    private final AtomicLong keys = new AtomicLong();
    private TradingPlatform tradingPlatform;
    private WebServer server;

    /**
     * How it is set up.
     *
     * @param home where its folder is
     * @param mode whose money it believes to trade
     * @param token what clients must show
     * @param certificate its certificate, empty to serve without TLS
     * @param ownSimulator whether it takes the exchange for the folder's own
     * @param store the server that keeps the orders, empty for the folder
     * @param channels its channels of notifications
     */
    record Setup(
            Path home,
            TradingMode mode,
            Optional<String> token,
            Optional<ServerCertificate> certificate,
            boolean ownSimulator,
            Optional<PostgresAddress> store,
            List<ChannelSettings> channels) {
        static Setup in(Path home) {
            return new Setup(
                    home,
                    TradingMode.SIM,
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    Optional.empty(),
                    List.of());
        }

        Setup withStore(PostgresAddress requested) {
            return new Setup(
                    home, mode, token, certificate, ownSimulator, Optional.of(requested), channels);
        }

        Setup withToken(String requested) {
            return new Setup(
                    home, mode, Optional.of(requested), certificate, ownSimulator, store, channels);
        }

        Setup withMode(TradingMode requested) {
            return new Setup(home, requested, token, certificate, false, store, channels);
        }

        Setup withCertificate(ServerCertificate requested) {
            return new Setup(
                    home, mode, token, Optional.of(requested), ownSimulator, store, channels);
        }

        Setup withChannel(ChannelSettings requested) {
            return new Setup(
                    home, mode, token, certificate, ownSimulator, store, List.of(requested));
        }
    }

    /** What it answered. */
    record Reply(int status, HttpResponse<String> response) {
        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return ShownConstants.checked(JsonMapper.builder().build().readTree(text()));
            } catch (IOException notJson) {
                throw new AssertionError("not JSON: " + text(), notJson);
            }
        }
    }

    ServedPlatform(Setup setup) {
        this(
                setup,
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withKeys(new ApiKey("KEY", SECRET, "sim"))
                                .withWalkingPrices(false)
                                .withRequestsPerMinute(0)));
    }

    /** Trades at the exchange of another platform, as one on another machine does. */
    ServedPlatform(Setup setup, Simulator simulator) {
        this.setup = setup;
        this.simulator = simulator;
        this.tradingPlatform = opened();
        this.server = served();
    }

    TradingPlatform tradingPlatform() {
        return tradingPlatform;
    }

    WebServer server() {
        return server;
    }

    Simulator simulator() {
        return simulator;
    }

    Path folder() {
        return setup.home().resolve("data");
    }

    int port() {
        return server.port();
    }

    /** The process ends and begins anew, on the same folder and at the same exchange. */
    void restart() {
        server.close();
        tradingPlatform.close();
        tradingPlatform = opened();
        server = served();
    }

    /** Serves another desk at a port of its own, as a process whose store fails would be. */
    void serve(TradingPlatform other) {
        server.close();
        server = served(other);
    }

    Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** What is answered to these very bytes, until the server closes. */
    String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(Math.toIntExact(BOUND.toMillis()));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What has to stand behind a path, for there to be an answer. */
    static String asked(String path) {
        if (path.endsWith("/snapshots")) {
            return "?symbols=AAPL,MSFT";
        }
        return path.endsWith("/quotes") || path.endsWith("/bars") ? "?symbol=AAPL" : "";
    }

    /** Begins to listen to live events. */
    EventReader listen(String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/v1/events"));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return new EventReader(http, request.build());
    }

    /** Asks for an order under a key of its own. */
    Reply order(String body) {
        return post("/api/v1/orders", body, "Idempotency-Key", "test-" + keys.incrementAndGet());
    }

    Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .timeout(BOUND)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ending);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.close();
        tradingPlatform.close();
        simulator.close();
        meters.close();
    }

    private TradingPlatform opened() {
        Settings settings =
                new Settings(
                        new DataFolder(folder()),
                        setup.mode(),
                        Optional.of(simulator.uri()),
                        new ApiKeys("KEY", SECRET),
                        tuning());
        try {
            return new GuicePlatformFactory(processEnvironment())
                    .newPlatform(settings, meters.store());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ending);
        }
    }

    private Tuning tuning() {
        Tuning own = Tuning.ofOwnSimulator();
        StoreTuning store = own.store();
        return new Tuning(
                new StoreTuning(
                        store.lockDeadline(),
                        store.busyTimeout(),
                        store.synchronous(),
                        store.readers(),
                        store.maxQueuedWrites(),
                        setup.store().map(at -> new StoreTuning.Server(at, StorePassword.NONE))),
                own.timings(),
                own.rateBudget(),
                own.schedule(),
                own.web(),
                own.gateway(),
                own.tls(),
                own.notifications(),
                own.logLevel());
    }

    private WebServer served() {
        return served(tradingPlatform);
    }

    private WebServer served(TradingPlatform shown) {
        return new WebServer(
                new WebConfig(
                        "127.0.0.1",
                        0,
                        Set.of(),
                        setup.token(),
                        HEARTBEAT,
                        setup.certificate(),
                        Optional.empty()),
                new WebServer.Platform(
                        shown,
                        setup.mode(),
                        "test",
                        "ann",
                        new DataFolder(folder()),
                        setup.ownSimulator(),
                        () -> Optional.of(simulator.uri()),
                        trial()),
                new WebServer.Means(
                        PlatformClock.of(InstantSource.system(), System::nanoTime),
                        Thread::sleep,
                        new Random(7),
                        Threads.background(),
                        Threads.named("live-events-"),
                        meters));
    }

    private ChannelTrial trial() {
        return new ChannelTrial(
                new NotificationSettings(
                        "sim", null, NotificationSettings.STATEMENT_AT, setup.channels()),
                new NotificationChannels("sim", ZoneOffset.UTC, InstantSource.system()),
                InstantSource.system());
    }

    private ProcessEnvironment processEnvironment() {
        return new ProcessEnvironment(
                Map.of(),
                setup.home(),
                "bob",
                InputStream.nullInputStream(),
                false,
                PlatformClock.of(InstantSource.system(), System::nanoTime),
                ZoneOffset.UTC,
                new Random(7),
                Thread::sleep,
                JvmProgram.running(System.getProperties(), Main.class.getName()),
                Optional.empty());
    }
}
