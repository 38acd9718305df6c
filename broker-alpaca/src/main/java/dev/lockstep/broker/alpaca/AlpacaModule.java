package dev.lockstep.broker.alpaca;

import com.google.inject.PrivateModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
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
import java.time.InstantSource;
import java.util.SplittableRandom;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Guice module that binds Alpaca as the {@link Broker} and the related broker ports. Requires a
 * binding for {@link InstantSource}.
 */
public final class AlpacaModule extends PrivateModule {
    private final AlpacaConfig config;
    private final @Nullable InProcessLink link;
    private final Sleeper pauses;

    /** Creates a module that connects to Alpaca with the given settings. */
    public AlpacaModule(AlpacaConfig config) {
        this.config = config;
        this.link = null;
        this.pauses = Thread::sleep;
    }

    /**
     * Creates a module for an exchange in this process: opens no socket and waits no real time.
     *
     * @param link carries the requests
     * @param pauses implements waiting
     */
    public AlpacaModule(AlpacaConfig config, InProcessLink link, Sleeper pauses) {
        this.config = config;
        this.link = link;
        this.pauses = pauses;
    }

    @Override
    protected void configure() {
        bind(ErrorClassifier.class).toInstance(new ErrorClassifier(config));
        expose(Broker.class);
        expose(BrokerLink.class);
        expose(ExecutionReports.class);
        expose(MarketData.class);
        expose(Assets.class);
        expose(TradingCalendar.class);
        expose(AccountHistory.class);
    }

    @Provides
    @Singleton
    OkHttpClient client() {
        return link == null
                ? HttpConnections.open(config.timeOuts())
                : HttpConnections.inProcess(link);
    }

    @Provides
    @Singleton
    Transport transport(OkHttpClient client, InstantSource clock) {
        Credentials credentials = new Credentials(config.keyId(), config.secret().value());
        return new Transport(client, credentials, clock);
    }

    @Provides
    @Singleton
    Resilience resilience(InstantSource clock) {
        RequestBudget budget =
                new RequestBudget(config.requestsPerMinute(), PlatformClock.of(clock), pauses);
        return new Resilience(config.patience(), config.breaker(), budget, clock);
    }

    @Provides
    @Singleton
    Assets assets(Api api, AlpacaQueries questions, InstantSource clock) {
        return new AssetBook(api, questions, clock);
    }

    @Provides
    @Singleton
    TradingCalendar calendar(Api api, AlpacaQueries questions) {
        return new AlpacaCalendar(api, questions);
    }

    @Provides
    @Singleton
    AccountHistory history(Api api, AlpacaQueries questions) {
        return new AlpacaHistory(api, questions);
    }

    /**
     * The market data host has its own request limit, and its failures must not block orders, so it
     * gets its own {@link Resilience}.
     */
    @Provides
    @Singleton
    MarketData marketData(Transport transport, ErrorClassifier faults, InstantSource clock) {
        Api api = new Api(config.dataUrl(), transport, resilience(clock));
        return new LatestPrices(api, new AlpacaQueries(api, faults, new Foreign(), clock));
    }

    @Provides
    @Singleton
    Api api(Transport transport, Resilience resilience) {
        return new Api(config.baseUrl(), transport, resilience);
    }

    @Provides
    @Singleton
    AlpacaQueries questions(Api api, ErrorClassifier faults, InstantSource clock) {
        return new AlpacaQueries(api, faults, new Foreign(), clock);
    }

    @Provides
    @Singleton
    Broker broker(Api api, ErrorClassifier faults, AlpacaQueries questions, InstantSource clock) {
        return new AlpacaBroker(
                AlpacaConfig.longestSend(config.timeOuts().call(), config.environment()),
                api,
                new AlpacaCommands(api, faults, clock),
                questions);
    }

    /** The order event stream is served by the trading host, next to the API. */
    @Provides
    @Singleton
    ExecutionReports executionReports(
            OkHttpClient client, ErrorClassifier faults, InstantSource clock) {
        HttpUrl address =
                HttpUrl.get(config.baseUrl().toString())
                        .newBuilder()
                        .addPathSegment("stream")
                        .build();
        return new TradeUpdates(
                () -> link == null ? Frames.open(client, address) : link.stream(),
                new Credentials(config.keyId(), config.secret().value()),
                "the broker does not accept the keys: " + faults.refusedKeys(),
                config.reconnectWaits(),
                new SplittableRandom(clock.millis()),
                clock,
                pauses);
    }

    @Provides
    @Singleton
    BrokerLink link(Resilience resilience) {
        return new AlpacaLink(resilience);
    }
}
