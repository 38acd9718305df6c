package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Credentials;
import dev.lockstep.broker.alpaca.connection.Frames;
import dev.lockstep.broker.alpaca.connection.HttpConnections;
import dev.lockstep.broker.alpaca.connection.InProcessLink;
import dev.lockstep.broker.alpaca.connection.Transport;
import dev.lockstep.broker.alpaca.resilience.RequestBudget;
import dev.lockstep.broker.alpaca.resilience.Resilience;
import dev.lockstep.broker.alpaca.resilience.Sleeper;
import dev.lockstep.broker.alpaca.stream.TradeUpdates;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerLink;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.TradingCalendar;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.domain.port.venue.VenueStreams;
import java.time.InstantSource;
import java.util.SplittableRandom;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * An Alpaca account: the broker ports, over one pool of connections. Thread-safe.
 *
 * <p>{@link AlpacaModule} binds the same ports for Guice.
 */
public final class Alpaca implements AutoCloseable {
    private final OkHttpClient client;
    private final Broker broker;
    private final BrokerLink link;
    private final ExecutionReports executionReports;
    private final MarketData marketData;
    private final Assets assets;
    private final TradingCalendar calendar;
    private final AccountHistory history;
    private final VenueReads reads;
    private final VenueStreams streams;

    private Alpaca(
            AlpacaConfig config,
            InstantSource clock,
            @Nullable InProcessLink inProcess,
            Sleeper pauses) {
        client = inProcess == null ? connections(config) : HttpConnections.inProcess(inProcess);
        Credentials credentials = new Credentials(config.keyId(), config.secret().value());
        Transport transport = new Transport(client, credentials, clock);
        ErrorClassifier faults = new ErrorClassifier(config);
        Resilience resilience = resilience(config, clock, pauses);
        Api api = new Api(config.baseUrl(), transport, resilience);
        AlpacaQueries questions = new AlpacaQueries(api, faults, new Foreign(), clock);
        broker =
                new AlpacaBroker(
                        AlpacaConfig.longestSend(config.timeOuts().call(), config.environment()),
                        api,
                        new AlpacaCommands(api, faults, clock),
                        questions);
        link = new AlpacaLink(resilience);
        executionReports = stream(config, credentials, faults, clock, inProcess, pauses);
        // The market data host has its own request limit, and its failures must not block orders.
        Api dataApi = new Api(config.dataUrl(), transport, resilience(config, clock, pauses));
        marketData =
                new LatestPrices(dataApi, new AlpacaQueries(dataApi, faults, new Foreign(), clock));
        assets = new AssetBook(api, questions, clock);
        calendar = new AlpacaCalendar(api, questions);
        history = new AlpacaHistory(api, questions);
        reads = new AlpacaReads(api, dataApi, faults);
        streams = dataStreams(config, credentials, inProcess);
    }

    /**
     * Returns the account that {@code config} describes. Opens no connection: the first request
     * does, and a request that cannot connect reports that as its result.
     */
    public static Alpaca connect(AlpacaConfig config) {
        return open(config, InstantSource.system(), null, Thread::sleep);
    }

    static Alpaca open(
            AlpacaConfig config,
            InstantSource clock,
            @Nullable InProcessLink inProcess,
            Sleeper pauses) {
        return new Alpaca(config, clock, inProcess, pauses);
    }

    /** Returns the port that sends, cancels and finds orders. */
    public Broker broker() {
        return broker;
    }

    /** Returns the port that reports the health of the connection. */
    public BrokerLink link() {
        return link;
    }

    /** Returns the port that streams changes of orders. */
    public ExecutionReports executionReports() {
        return executionReports;
    }

    /** Returns the port for latest prices. */
    public MarketData marketData() {
        return marketData;
    }

    /** Returns the port for the instruments that can be traded. */
    public Assets assets() {
        return assets;
    }

    /** Returns the port for the days and hours of trading. */
    public TradingCalendar calendar() {
        return calendar;
    }

    /** Returns the port for executions, fees and other entries of the account. */
    public AccountHistory history() {
        return history;
    }

    /** Returns the port for reads of Alpaca's API that are passed on. */
    public VenueReads reads() {
        return reads;
    }

    /** Returns the port for streams of market data that are passed on. */
    public VenueStreams streams() {
        return streams;
    }

    /**
     * Closes idle connections and stops the threads of the connection pool. Requests under way go
     * on; later ones fail, and report that.
     */
    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static OkHttpClient connections(AlpacaConfig config) {
        return config.withoutTls()
                ? HttpConnections.openWithoutTls(config.timeOuts())
                : HttpConnections.open(config.timeOuts());
    }

    private static Resilience resilience(AlpacaConfig config, InstantSource clock, Sleeper pauses) {
        RequestBudget budget =
                new RequestBudget(config.requestsPerMinute(), PlatformClock.of(clock), pauses);
        return new Resilience(config.patience(), config.breaker(), budget, clock);
    }

    private VenueStreams dataStreams(
            AlpacaConfig config, Credentials credentials, @Nullable InProcessLink inProcess) {
        HttpUrl host = HttpUrl.get(config.dataStreamUrl().toString());
        return new AlpacaStreams(
                path ->
                        inProcess == null
                                ? Frames.open(
                                        client,
                                        host.newBuilder().encodedPath(path).build(),
                                        credentials)
                                : inProcess.data(path),
                credentials);
    }

    /** The order event stream is served by the trading host, next to the API. */
    private ExecutionReports stream(
            AlpacaConfig config,
            Credentials credentials,
            ErrorClassifier faults,
            InstantSource clock,
            @Nullable InProcessLink inProcess,
            Sleeper pauses) {
        HttpUrl address =
                HttpUrl.get(config.baseUrl().toString())
                        .newBuilder()
                        .addPathSegment("stream")
                        .build();
        return new TradeUpdates(
                () -> inProcess == null ? Frames.open(client, address) : inProcess.stream(),
                credentials,
                "the broker does not accept the keys: " + faults.refusedKeys(),
                config.reconnectWaits(),
                new SplittableRandom(clock.millis()),
                clock,
                pauses);
    }
}
