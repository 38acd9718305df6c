package dev.lockstep.broker.alpaca;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.broker.alpaca.connection.InProcessLink;
import dev.lockstep.broker.alpaca.resilience.Sleeper;
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
import org.jspecify.annotations.Nullable;

/**
 * Guice module that binds Alpaca as the {@link Broker} and the related broker ports. Requires a
 * binding for {@link InstantSource}.
 */
public final class AlpacaModule extends AbstractModule {
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

    @Provides
    @Singleton
    Alpaca alpaca(InstantSource clock) {
        return Alpaca.open(config, clock, link, pauses);
    }

    @Provides
    @Singleton
    Broker broker(Alpaca alpaca) {
        return alpaca.broker();
    }

    @Provides
    @Singleton
    BrokerLink link(Alpaca alpaca) {
        return alpaca.link();
    }

    @Provides
    @Singleton
    ExecutionReports executionReports(Alpaca alpaca) {
        return alpaca.executionReports();
    }

    @Provides
    @Singleton
    MarketData marketData(Alpaca alpaca) {
        return alpaca.marketData();
    }

    @Provides
    @Singleton
    Assets assets(Alpaca alpaca) {
        return alpaca.assets();
    }

    @Provides
    @Singleton
    TradingCalendar calendar(Alpaca alpaca) {
        return alpaca.calendar();
    }

    @Provides
    @Singleton
    VenueReads reads(Alpaca alpaca) {
        return alpaca.reads();
    }

    @Provides
    @Singleton
    VenueStreams streams(Alpaca alpaca) {
        return alpaca.streams();
    }

    @Provides
    @Singleton
    AccountHistory history(Alpaca alpaca) {
        return alpaca.history();
    }
}
