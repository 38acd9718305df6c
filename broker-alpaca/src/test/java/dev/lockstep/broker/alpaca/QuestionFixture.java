package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.broker.FetchResult;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** A broker whose answers each test scripts. */
abstract class QuestionFixture {
    static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
    static final Symbol AAPL = new Symbol("AAPL");
    static final Symbol BTC_USD = new Symbol("BTC/USD");

    final Venue venue;
    final Injector ports;

    QuestionFixture() throws IOException {
        venue = new Venue();
        ports = Brokers.ports(venue.config());
    }

    @AfterEach
    void close() {
        venue.close();
    }

    static <T> T complete(FetchResult<T> fetched) {
        assertThat(fetched).isInstanceOf(FetchResult.Complete.class);
        return ((FetchResult.Complete<T>) fetched).value();
    }
}
