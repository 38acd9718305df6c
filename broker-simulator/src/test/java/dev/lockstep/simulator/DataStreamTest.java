package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of market data as Alpaca documents them. */
@Tag("slow")
class DataStreamTest {
    /** An illegal byte, a truncated map, a map whose key is illegal, and a text too long. */
    private static final List<byte[]> NOT_MESSAGE_PACK =
            List.of(
                    new byte[] {(byte) 0xc1, (byte) 0xff, 0},
                    new byte[] {(byte) 0x81, (byte) 0xa3, 'a'},
                    new byte[] {(byte) 0x81, (byte) 0xc1, 0},
                    new byte[] {(byte) 0xdb, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff});

    private static final InstantSource EVENING =
            InstantSource.fixed(Instant.parse("2026-03-04T21:04:00Z"));

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withClock(EVENING)
                                .withSeed(4)
                                .withRequestsPerMinute(0));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void a_frame_that_is_not_message_pack_is_invalid_syntax() {
        try (DataStreamClient stream = new DataStreamClient(simulator, "/v2/iex", true)) {
            for (byte[] frame : NOT_MESSAGE_PACK) {
                stream.sendBytes(frame);
                assertThat(stream.next())
                        .hasToString("{\"T\":\"error\",\"code\":400,\"msg\":\"invalid syntax\"}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/iex", "/v2/sip"})
    void a_subscriber_gets_trades_and_quotes_of_its_symbols(String path) {
        try (DataStreamClient stream = DataStreamClient.authenticated(simulator, path, false)) {
            stream.send("{'action':'subscribe','trades':['AAPL'],'quotes':['AAPL'],'bars':['*']}");
            JsonNode subscribed = stream.next();
            assertThat(subscribed.get("T").asText()).isEqualTo("subscription");
            assertThat(subscribed.get("corrections").toString()).isEqualTo("[\"AAPL\"]");
            assertThat(subscribed.get("bars").toString()).isEqualTo("[\"*\"]");
            simulator.setPrice("MSFT", new BigDecimal("400"));
            simulator.setPrice("AAPL", new BigDecimal("201.5"));
            JsonNode trade = stream.next();
            assertThat(trade.get("T").asText()).isEqualTo("t");
            assertThat(trade.get("S").asText()).isEqualTo("AAPL");
            assertThat(trade.get("p").decimalValue()).isEqualByComparingTo("201.5");
            assertThat(trade.get("t").asText()).isEqualTo("2026-03-04T21:04:00Z");
            assertThat(stream.next("q").get("bp").decimalValue()).isEqualByComparingTo("201.49");
            stream.send("{'action':'unsubscribe','trades':['AAPL'],'quotes':['AAPL']}");
            assertThat(stream.next("subscription").get("trades")).isEmpty();
        }
    }

    @Test
    void each_minute_that_ends_is_a_bar_equal_to_the_historical_one() {
        try (DataStreamClient stream =
                DataStreamClient.authenticated(simulator, "/v2/iex", false)) {
            stream.send("{'action':'subscribe','bars':['AAPL'],'dailyBars':['AAPL']}");
            stream.next("subscription");
            simulator.setPrice("AAPL", new BigDecimal("240"));
            client.post("/sim/clock", "{'time':'2026-03-04T21:05:30Z'}");
            JsonNode bar = stream.next("b");
            while (!bar.get("t").asText().equals("2026-03-04T21:04:00Z")) {
                bar = stream.next("b");
            }
            assertThat(bar.get("c").decimalValue()).isEqualByComparingTo("240");
            JsonNode listed =
                    client.get("/v2/stocks/AAPL/bars?timeframe=1Min&start=2026-03-04T21:04:00Z")
                            .json()
                            .at("/bars/0");
            assertThat(bar.get("v")).isEqualTo(listed.get("v"));
            assertThat(bar.get("vw")).isEqualTo(listed.get("vw"));
            assertThat(stream.next("d").get("S").asText()).isEqualTo("AAPL");
        }
    }

    @Test
    void a_crypto_subscriber_gets_order_books_too() {
        try (DataStreamClient stream =
                DataStreamClient.authenticated(simulator, "/v1beta3/crypto/us", false)) {
            stream.send("{'action':'subscribe','trades':['BTC/USD'],'orderbooks':['BTC/USD']}");
            assertThat(stream.next().get("orderbooks")).hasSize(1);
            simulator.setPrice("BTC/USD", new BigDecimal("90000"));
            assertThat(stream.next("t").get("tks").asText()).isIn("B", "S");
            assertThat(stream.next("o").at("/a/0/p").decimalValue())
                    .isEqualByComparingTo("90000.01");
        }
    }

    @Test
    void news_of_the_day_arrives_after_its_close() {
        try (DataStreamClient stream =
                DataStreamClient.authenticated(simulator, "/v1beta1/news", false)) {
            stream.send("{'action':'subscribe','news':['*']}");
            assertThat(stream.next().get("news").toString()).isEqualTo("[\"*\"]");
            client.post("/sim/clock", "{'time':'2026-03-04T21:05:30Z'}");
            JsonNode article = stream.next("n");
            assertThat(article.get("source").asText()).isEqualTo("simulated");
            assertThat(article.get("created_at").asText()).isEqualTo("2026-03-04T21:05:00Z");
        }
    }

    @Test
    void message_pack_has_timestamps_of_its_own() {
        try (DataStreamClient stream = DataStreamClient.authenticated(simulator, "/v2/sip", true)) {
            stream.send("{'action':'subscribe','trades':['AAPL']}");
            stream.next("subscription");
            simulator.setPrice("AAPL", new BigDecimal("201.5"));
            JsonNode trade = stream.next("t");
            assertThat(trade.get("p").asDouble()).isEqualTo(201.5);
            assertThat(trade.get("t").isTextual()).isFalse();
        }
    }

    @Test
    void a_symbol_that_is_not_subscribed_to_can_be_unsubscribed_from() {
        try (DataStreamClient stream =
                DataStreamClient.authenticated(simulator, "/v2/iex", false)) {
            stream.send("{'action':'unsubscribe','bars':['AAPL'],'trades':['*']}");
            assertThat(stream.next().get("T").asText()).isEqualTo("subscription");
            stream.send("{'action':'subscribe','bars':['MSFT']}");
            assertThat(stream.next().get("bars").toString()).isEqualTo("[\"MSFT\"]");
        }
    }

    @Test
    void every_trade_of_a_symbol_has_an_id_of_its_own() {
        try (DataStreamClient stream =
                DataStreamClient.authenticated(simulator, "/v2/iex", false)) {
            stream.send("{'action':'subscribe','trades':['AAPL']}");
            stream.next("subscription");
            Set<Long> ids = new HashSet<>();
            for (int price = 200; price < 205; price++) {
                simulator.setPrice("AAPL", BigDecimal.valueOf(price));
                ids.add(stream.next("t").get("i").asLong());
            }
            assertThat(ids).hasSize(5);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'action':'subscribe','trades':['AAPL']} | 401 | not authenticated",
                "{'action':'auth','key':'SIM-KEY','secret':'wrong'} | 402 | auth failed",
                "{'action':'dance'} | 400 | invalid syntax",
                "{'action':'auth','key':{},'secret':1} | 400 | invalid syntax",
            })
    void an_error_before_authentication_has_its_documented_code(
            String message, int code, String text) {
        try (DataStreamClient stream = new DataStreamClient(simulator, "/v2/iex", false)) {
            stream.send(message);
            JsonNode error = stream.next();
            assertThat(error.get("T").asText()).isEqualTo("error");
            assertThat(error.get("code").asInt()).isEqualTo(code);
            assertThat(error.get("msg").asText()).isEqualTo(text);
        }
    }

    @Test
    void a_wrong_secret_in_the_handshake_fails_as_one_in_a_message() {
        for (Map<String, String> headers :
                List.of(
                        Map.of("APCA-API-KEY-ID", "SIM-KEY", "APCA-API-SECRET-KEY", "wrong"),
                        Map.of("Authorization", "Bearer wrong"))) {
            try (DataStreamClient stream =
                    new DataStreamClient(simulator, "/v2/iex", false, headers)) {
                assertThat(stream.next())
                        .hasToString("{\"T\":\"error\",\"code\":402,\"msg\":\"auth failed\"}");
                assertThat(stream.next().get("T").asText()).isEqualTo("closed");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'AAPL'", "[1]", "{'AAPL':true}"})
    void a_channel_that_is_no_list_of_symbols_is_invalid_syntax(String symbols) {
        try (DataStreamClient stream =
                DataStreamClient.authenticated(simulator, "/v2/iex", false)) {
            stream.send("{'action':'subscribe','trades':" + symbols + "}");
            assertThat(stream.next())
                    .hasToString("{\"T\":\"error\",\"code\":400,\"msg\":\"invalid syntax\"}");
        }
    }

    @Test
    void an_error_after_authentication_has_its_documented_code() {
        try (DataStreamClient stream =
                DataStreamClient.authenticated(simulator, "/v2/iex", false)) {
            stream.send("{'action':'auth','key':'SIM-KEY','secret':'SIM-SECRET'}");
            assertThat(stream.next().get("code").asInt()).isEqualTo(403);
            stream.send("{'action':'subscribe','orderbooks':['BTC/USD']}");
            assertThat(stream.next().get("code").asInt()).isEqualTo(410);
            stream.sendRaw("{not json");
            assertThat(stream.next().get("code").asInt()).isEqualTo(400);
            try (DataStreamClient second = new DataStreamClient(simulator, "/v2/sip", false)) {
                second.send("{'action':'auth','key':'SIM-KEY','secret':'SIM-SECRET'}");
                assertThat(second.next().get("code").asInt()).isEqualTo(406);
                assertThat(second.next().get("T").asText()).isEqualTo("closed");
            }
        }
    }
}
