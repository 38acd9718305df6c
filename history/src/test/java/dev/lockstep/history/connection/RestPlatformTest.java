package dev.lockstep.history.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lockstep.history.ClientReply;
import dev.lockstep.history.ClientRequest;
import dev.lockstep.history.SeenOrder;
import dev.lockstep.history.SubmittedTerms;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer of the REST API says of a request, from a real server. */
class RestPlatformTest {
    private static final ClientRequest SUBMIT =
            new ClientRequest.Submit("k", new SubmittedTerms("F", "buy", BigDecimal.ONE, null));
    private static final ClientRequest CANCEL = new ClientRequest.Cancel("a");
    private static final String ORDER =
            """
            {"id":"a","key":"k","clientOrderId":"c","symbol":"F","side":"buy","qty":"1",
             "limitPrice":null,"status":"new","version":2,"filledQty":"0","cancelRequested":false}
            """;

    private HttpServer server;
    private RestPlatform platform;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        platform =
                new RestPlatform(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        platform.close();
        server.stop(0);
    }

    @Test
    void an_order_is_read_from_each_form_of_an_answer() throws Exception {
        SeenOrder order =
                new SeenOrder(
                        "a",
                        "k",
                        "c",
                        new SubmittedTerms("F", "buy", BigDecimal.ONE, null),
                        "new",
                        2,
                        BigDecimal.ZERO,
                        false);
        for (String answer :
                List.of(
                        ORDER,
                        "{\"result\":\"submitted\",\"order\":" + ORDER + "}",
                        "{\"orders\":[" + ORDER + "],\"next\":null}")) {
            answers("/", 200, answer);

            assertThat(platform.reply(SUBMIT)).isEqualTo(new ClientReply.Accepted(List.of(order)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "422, Refused, Refused",
        "503, Refused, Missing",
        "500, Missing, Missing",
        "504, Missing, Missing"
    })
    void only_an_answer_that_is_sure_that_nothing_happened_is_a_refusal(
            int status, String submit, String cancel) throws Exception {
        answers("/", status, "{}");

        assertThat(platform.reply(SUBMIT).getClass().getSimpleName()).isEqualTo(submit);
        assertThat(platform.reply(CANCEL).getClass().getSimpleName()).isEqualTo(cancel);
    }

    @ParameterizedTest
    @CsvSource({"<html>", "'{\"orders\":[{\"id\":\"a\"}]}'", "'{\"order\":null}'"})
    void an_answer_that_cannot_be_read_is_missing(String body) throws Exception {
        answers("/", 200, body);

        assertThat(platform.reply(SUBMIT)).isInstanceOf(ClientReply.Missing.class);
    }

    @Test
    void a_server_that_is_gone_gives_no_reply() throws Exception {
        server.stop(0);

        assertThat(platform.reply(SUBMIT)).isInstanceOf(ClientReply.Missing.class);
    }

    private void answers(String path, int status, String body) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException first) {
            // There was none.
        }
        server.createContext(
                path,
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}
