package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.SendGuard;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Submits, replaces and cancels are sent once; an uncertain outcome is unresolved. */
@Tag("slow")
final class ChangeFaultsTest extends ChangeFixture {
    private static final String HTML = "<html><body>nginx</body></html>";

    ChangeFaultsTest() throws IOException {}

    /** All changing operations. */
    enum Change {
        SUBMIT,
        REPLACE,
        CANCEL,
        CANCEL_ALL;

        /** Returns the simple class name of the answer. */
        String answer(Venue venue) {
            return answer(venue.broker());
        }

        String answer(Broker broker) {
            Object answer =
                    switch (this) {
                        case SUBMIT -> broker.submit(new SampleOrders().intent(), SendGuard.ALWAYS);
                        case REPLACE -> broker.replace(ID, TO_LIMIT, SendGuard.ALWAYS);
                        case CANCEL -> broker.cancel(ID);
                        case CANCEL_ALL -> broker.cancelAll();
                    };
            return answer.getClass().getSimpleName();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_error_is_unresolved_after_one_request(Change change) {
        for (int status : Venue.serverFailures()) {
            int before = venue.server().getRequestCount();
            venue.answers(status, "");

            assertThat(change.answer(venue)).as("%d", status).isEqualTo("Unresolved");
            assertThat(venue.server().getRequestCount()).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_not_in_the_brokers_format_is_unresolved(Change change) {
        venue.answers(Venue.answer(403, HTML), Venue.answer(404, "{\"message\":{\"a\":1}}"));

        assertThat(List.of(change.answer(venue), change.answer(venue))).containsOnly("Unresolved");
    }

    @ParameterizedTest
    @EnumSource
    void a_redirect_is_not_followed(Change change) {
        venue.answers(
                Venue.answer(307, "").addHeader("Location", "/v2/elsewhere"),
                Venue.answer(200, "{}"));

        assertThat(change.answer(venue)).isEqualTo("Unresolved");
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_dropped_before_or_after_the_request_is_unresolved(Change change) {
        venue.answers(
                new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()),
                new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));

        assertThat(List.of(change.answer(venue), change.answer(venue))).containsOnly("Unresolved");
    }

    @ParameterizedTest
    @EnumSource
    void a_truncated_answer_is_unresolved(Change change) {
        venue.answers(
                Venue.answer(207, "[{\"id\":\"61e69015\",\"status\":200},{\"id\"")
                        .onResponseBody(new SocketEffect.CloseSocket()));

        assertThat(change.answer(venue)).isEqualTo("Unresolved");
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_slow_answer_ends_at_the_call_timeout(Change change) {
        venue.answers(
                Venue.answer(207, "[" + " ".repeat(4_000) + "]")
                        .doNotReadRequestBody()
                        .throttleBody(1, 400, TimeUnit.MILLISECONDS));

        assertThat(change.answer(venue)).isEqualTo("Unresolved");
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMIT, NotSent",
        "REPLACE, NotSent",
        "CANCEL, Unresolved",
        "CANCEL_ALL, Unresolved"
    })
    void a_failed_tls_handshake_sends_nothing(Change change, String answer) {
        assertThat(change.answer(venue.tlsBroker())).isEqualTo(answer);
    }
}
