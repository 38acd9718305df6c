package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.inject.Injector;
import dev.lockstep.broker.alpaca.resilience.BreakerRule;
import dev.lockstep.broker.alpaca.stream.ReconnectWaits;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.SendGuard;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Logs and answers never show the secret and always contain the request id. */
@Tag("slow")
final class SecretsTest {
    private static final BrokerOrderId ID = new BrokerOrderId("61e69015");
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final BreakerRule NEVER_OPENS =
            new BreakerRule(1_000, 1_000, Duration.ofSeconds(1));
    private static final String ECHO =
            "{\"message\":\"what is " + Venue.SECRET + "?\",\"status\":\"" + Venue.SECRET + "\"}";

    private final Venue venue;
    private final Order order = new SampleOrders().intent();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.lockstep");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    SecretsTest() throws IOException {
        venue = new Venue();
        logger.setLevel(Level.TRACE);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        venue.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 207, 302, 400, 401, 403, 404, 422, 429, 500, 503})
    void logs_and_answers_hide_the_secret_for_every_status(int status) {
        always(Venue.answer(status, ECHO).addHeader("X-Request-ID", "req-7").build());

        List<String> answers = answersOfAllOperations();

        assertThat(answers).allSatisfy(SecretsTest::assertNoSecret);
        assertThat(lines()).isNotEmpty().allSatisfy(SecretsTest::assertNoSecret);
        assertThat(lines()).allSatisfy(line -> assertThat(line).contains("req-7"));
        assertThat(answers).allSatisfy(answer -> assertThat(answer).contains("req-7"));
    }

    @Test
    void a_broken_connection_hides_the_secret() {
        always(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

        assertThat(answersOfAllOperations()).allSatisfy(SecretsTest::assertNoSecret);
        assertThat(lines()).isNotEmpty().allSatisfy(SecretsTest::assertNoSecret);
    }

    @Test
    void the_stream_hides_the_secret_and_logs_the_request_id() {
        always(Venue.answer(503, ECHO).addHeader("X-Request-ID", "req-7").build());
        ExecutionReports stream =
                Brokers.port(
                        venue.config()
                                .with(
                                        new ReconnectWaits(
                                                Duration.ofMillis(1), Duration.ofMillis(2))),
                        ExecutionReports.class);
        try (Ear ear = new Ear(stream)) {
            ear.await("a failure", () -> stream.status().trouble().contains("req-7"));
        }

        assertThat(lines()).isNotEmpty().allSatisfy(SecretsTest::assertNoSecret);
    }

    @Test
    void a_refused_cancel_logs_info_and_a_rejected_key_logs_a_warning() {
        venue.answers(422, Venue.error("order is already in \\\"filled\\\" state"));
        venue.broker().cancel(ID);
        venue.answers(401, "{\"message\":\"unauthorized.\"}");
        venue.broker().cancel(ID);

        assertThat(log.list)
                .extracting(ILoggingEvent::getLevel)
                .containsExactly(Level.INFO, Level.WARN);
    }

    private List<String> answersOfAllOperations() {
        Injector ports = Brokers.ports(venue.config().with(NEVER_OPENS));
        Broker broker = ports.getInstance(Broker.class);
        List<Object> answers = new ArrayList<>();
        answers.add(broker.submit(order, SendGuard.ALWAYS));
        answers.add(broker.cancel(ID));
        answers.add(broker.cancelAll());
        answers.add(broker.find(ID));
        answers.add(broker.openOrders());
        answers.add(broker.positions());
        answers.add(broker.account());
        answers.add(broker.clock());
        answers.add(ports.getInstance(AccountHistory.class).fillsSince(Instant.EPOCH));
        answers.add(ports.getInstance(AccountHistory.class).portfolio(HistorySpan.DAY));
        answers.add(ports.getInstance(Assets.class).all(AssetClass.CRYPTO));
        answers.add(ports.getInstance(MarketData.class).latestQuotes(Set.of(AAPL)));
        return answers.stream().map(String::valueOf).toList();
    }

    private List<String> lines() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                .toList();
    }

    private void always(MockResponse response) {
        venue.server()
                .setDispatcher(
                        new Dispatcher() {
                            @Override
                            public MockResponse dispatch(RecordedRequest request) {
                                return response;
                            }
                        });
    }

    private static void assertNoSecret(String text) {
        assertThat(text).doesNotContain(Venue.SECRET);
    }
}
