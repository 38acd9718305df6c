package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read over HTTP, after ten shares were bought at 100 and four sold at 110. */
class ReadsTest {
    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void trade() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
        price("AAPL", "100");
        assertThat(served.order(market("AAPL", "buy", "10")).status()).isEqualTo(201);
        assertThat(served.post("/api/v1/sync", "").status()).isEqualTo(200);
        price("AAPL", "110");
        assertThat(served.order(market("AAPL", "sell", "4")).status()).isEqualTo(201);
        assertThat(served.order(ofTrend(limit("MSFT", "1"))).status()).isEqualTo(201);
        assertThat(served.order(market("AAPL", "buy", "0.5").replace("day", "gtc")).status())
                .isEqualTo(422);
        assertThat(served.post("/api/v1/sync", "").status()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void profit_is_realized_on_what_was_closed_and_open_on_what_is_held() {
        JsonNode profit = read("/api/v1/profit");

        assertThat(decimal(profit, "realized")).isEqualByComparingTo("40");
        assertThat(decimal(profit, "unrealized")).isEqualByComparingTo("60");
        JsonNode line = profit.path("symbols").path(0);
        assertThat(line.path("symbol").asText()).isEqualTo("AAPL");
        assertThat(decimal(line, "openQty")).isEqualByComparingTo("6");
        assertThat(decimal(line, "avgEntryPrice")).isEqualByComparingTo("100");
        assertThat(decimal(line, "lastPrice")).isEqualByComparingTo("110");
        assertThat(decimal(line, "marketValue")).isEqualByComparingTo("660");
        assertThat(profit.path("symbols")).hasSize(1);
    }

    @Test
    void a_position_has_what_the_broker_says_of_it_beside_our_count() {
        JsonNode line = read("/api/v1/positions").path("positions").path(0);

        assertThat(line.path("localQty").asText()).isEqualTo("6");
        assertThat(line.path("reconciled").asBoolean()).isTrue();
        assertThat(decimal(line, "availableQty")).isEqualByComparingTo("6");
        assertThat(decimal(line, "avgEntryPrice")).isEqualByComparingTo("100");
        assertThat(decimal(line, "lastPrice")).isEqualByComparingTo("110");
        assertThat(decimal(line, "marketValue")).isEqualByComparingTo("660");
        assertThat(decimal(line, "unrealized")).isEqualByComparingTo("60");
        assertThat(line.path("dayChange").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1D", "1W", "1M", "3M", "1A"})
    void the_account_has_a_history_over_each_period(String period) {
        JsonNode history = read("/api/v1/account/history?period=" + period);

        assertThat(decimal(history, "base")).isEqualByComparingTo("100000");
        assertThat(history.path("points")).isNotEmpty();
        assertThat(history.path("points").path(0).path("at").asText()).endsWith("Z");
    }

    @Test
    void adjustments_are_listed_by_kind_and_time_with_the_next_page() {
        served.tradingPlatform()
                .repository()
                .adjustments()
                .addAll(List.of(deposit("d-1", "5000"), deposit("d-2", "7000")));

        JsonNode page =
                read("/api/v1/adjustments?limit=1&kind=transfer&since=2020-01-01T00:00:00Z");

        JsonNode deposit = page.path("adjustments").path(0);
        assertThat(deposit.path("activityId").asText()).isEqualTo("d-2");
        assertThat(decimal(deposit, "cash")).isEqualByComparingTo("7000");
        assertThat(deposit.path("payload").asText()).contains("d-2");
        assertThat(page.path("next").asLong()).isEqualTo(deposit.path("number").asLong());
        JsonNode last = read("/api/v1/adjustments?kind=TRANSFER&before=" + page.path("next"));
        assertThat(last.path("adjustments").findValuesAsText("activityId")).containsExactly("d-1");
        assertThat(last.path("next").isNull()).isTrue();
        assertThat(read("/api/v1/adjustments?symbol=msft").path("adjustments")).isEmpty();
        assertThat(read("/api/v1/adjustments?since=2200-01-01T00:00:00Z").path("adjustments"))
                .isEmpty();
    }

    @Test
    void activity_is_told_newest_first_and_pages_lead_to_the_beginning() {
        List<Long> places = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = read("/api/v1/activity?limit=2" + next);
            page.path("events").forEach(event -> places.add(event.path("sequence").asLong()));
            next = page.path("next").isNull() ? "" : "&before=" + page.path("next");
        } while (!next.isEmpty());

        assertThat(places).hasSizeGreaterThan(6).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(places).doesNotHaveDuplicates().endsWith(1L);
    }

    @Test
    void activity_of_one_instrument_says_what_became_of_it_and_on_what_evidence() {
        JsonNode events = read("/api/v1/activity?symbol=msft").path("events");

        assertThat(events.findValuesAsText("symbol")).containsOnly("MSFT");
        assertThat(events.findValuesAsText("source")).contains("local", "http_answer");
        assertThat(events.path(events.size() - 1).path("status").asText())
                .isEqualTo("pending_submit");
        assertThat(events.findValuesAsText("summary"))
                .allSatisfy(text -> assertThat(text).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "tab=open, 1",
        "tab=filled, 2",
        "tab=rejected, 1",
        "tab=unknown, 0",
        "tab=all, 4",
        "side=sell, 1",
        "side=BUY&symbol=aapl, 2",
        "'status=filled,denied', 3",
        "strategy=trend, 1",
        "strategy=other, 0",
        "limit=1000, 4"
    })
    void orders_are_found_by(String query, int orders) {
        JsonNode page = read("/api/v1/orders?" + query);

        assertThat(page.path("orders")).hasSize(orders);
        page.path("orders").forEach(order -> assertThat(order.has("parent")).isTrue());
    }

    @Test
    void pages_of_orders_lead_from_one_to_the_next() {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = read("/api/v1/orders?direction=oldest&limit=3" + after);
            ids.addAll(page.path("orders").findValuesAsText("id"));
            after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());

        assertThat(ids).hasSize(4).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void every_order_is_acknowledged_refused_or_held_back_and_none_is_unknown() {
        JsonNode counts = read("/api/v1/invariants");

        assertThat(counts.path("orders").asInt()).isEqualTo(4);
        assertThat(counts.path("acknowledged").asInt()).isEqualTo(3);
        assertThat(counts.path("refused").asInt()).isEqualTo(1);
        assertThat(counts.path("unresolved").asInt()).isZero();
        assertThat(counts.path("oldestUnresolvedMillis").isNull()).isTrue();
    }

    @Test
    void the_status_and_the_accounting_have_their_fields_in_order() {
        assertThat(fields(read("/api/v1/invariants")))
                .isEqualTo(
                        "orders acknowledged refused heldBack unresolved oldestUnresolvedMillis");
        JsonNode status = read("/api/v1/status");
        assertThat(fields(status))
                .isEqualTo(
                        "at version mode role tradingState restrictions broker stream sync store"
                                + " unresolved incidents counts market seq readOnly needsToken");
        assertThat(fields(status.path("broker")))
                .isEqualTo(
                        "reachable fault latencyMillis answeredAt requestsLeft breaker trouble"
                                + " tradingBlocked restrictions");
        assertThat(fields(status.path("stream"))).isEqualTo("state since");
        assertThat(fields(status.path("sync"))).isEqualTo("goodAt ageMillis fresh failure");
        assertThat(fields(status.path("store"))).isEqualTo("health text");
        assertThat(fields(status.path("unresolved"))).isEqualTo("count oldestMillis");
        assertThat(fields(status.path("counts")))
                .isEqualTo("open filled canceled rejected denied unknown");
    }

    @Test
    void the_doctor_tells_the_same_as_in_the_terminal() {
        JsonNode checks = read("/api/v1/doctor").path("findings");

        assertThat(checks.findValuesAsText("area")).contains("database", "risk", "broker", "clock");
        assertThat(checks.findValuesAsText("severity")).isSubsetOf("ok", "warning", "problem");
        assertThat(checks.findValuesAsText("text"))
                .anyMatch(text -> text.startsWith("answers; the market is open"));
    }

    @Test
    void a_backup_goes_where_no_client_has_a_say() throws Exception {
        ServedPlatform.Reply refused = served.post("/api/v1/backup", "{\"file\":\"/tmp/x\"}");
        assertThat(refused.status()).isEqualTo(400);

        ServedPlatform.Reply made = served.post("/api/v1/backup", "");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("orders").asInt()).isEqualTo(4);
        String name = made.json().path("file").asText();
        assertThat(name).startsWith("backups/lockstep-");
        assertThat(Files.size(served.folder().resolve(name)))
                .isEqualTo(made.json().path("bytes").asLong());
    }

    @ParameterizedTest
    @CsvSource({
        "/account/history?period=2D, period, '1D, 1W, 1M, 3M, 1A'",
        "/activity?limit=0, limit, 1 to 1000",
        "/adjustments?limit=1001, limit, 1 to 1000",
        "/adjustments?since=monday, since, 'a time with its zone, such as 2026-01-05T14:30:00Z'",
        "/adjustments?kind=gift, kind, 'fee, split, transfer, assignment, symbol_change, dividend, interest, other'",
        "/activity?before=x, before, 'the place of an event, 1 or more'",
        "/orders?tab=mine, tab, 'open, filled, canceled, rejected, unknown, waiting, all'",
        "/orders?tab=open&status=filled, tab, either status or tab",
        "/orders?side=long, side, 'buy, sell'",
        "/orders?limit=1001, limit, 1 to 1000",
        "/profit?symbol=AAPL, parameter, none",
        "/doctor?fix=yes, parameter, none",
        "/incidents?all=maybe, all, true or false",
        "/adjustments?kind=, kind, 'a value, or no such parameter'",
        "/adjustments?symbol=%20, symbol, 'a value, or no such parameter'",
        "/adjustments?limit=1&limit=2, limit, 'one value, not several'",
        "/activity?symbol, symbol, 'a value, or no such parameter'",
        "/external-orders?limit=, limit, 'a value, or no such parameter'",
        "/external-orders?after=, after, 'a value, or no such parameter'",
        "/external-orders?after=zzz, after, 'the broker''s id of an external order that is open; begin again without it'",
        "/orders?after=zzz, after, a version 7 UUID in lower case",
        "/orders?strategy=, strategy, 'a value, or no such parameter'",
        "/incidents?all=, all, 'a value, or no such parameter'",
        "/events?after=, after, the id of an event",
        "/status?x=1, parameter, none"
    })
    void what_is_wrong_is_named(String path, String field, String expected) {
        ServedPlatform.Reply reply = served.get("/api/v1" + path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
        assertThat(reply.json().path("expected").asText()).isEqualTo(expected);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_parameter_that_is_wrongly_encoded_is_named() {
        String answer =
                served.raw(
                        "GET /api/v1/adjustments?limit=%zz HTTP/1.1\r\nHost: 127.0.0.1:"
                                + served.port()
                                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"field\":\"limit\"");
    }

    private static JsonNode read(String path) {
        ServedPlatform.Reply reply = served.get(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String fields(JsonNode node) {
        return String.join(" ", CliFixture.fields(node));
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        assertThat(node.path(field).isTextual()).as(field + " of " + node).isTrue();
        return new BigDecimal(node.path(field).asText());
    }

    private static void price(String symbol, String price) {
        served.simulator().setPrice(symbol, new BigDecimal(price));
    }

    private static Adjustment deposit(String id, String cash) {
        return SampleAdjustments.of(id, AdjustmentKind.TRANSFER, null, "0", cash);
    }

    private static String market(String symbol, String side, String qty) {
        return """
        {"symbol":"%s","side":"%s","qty":"%s","type":"market","timeInForce":"day"}\
        """
                .formatted(symbol, side, qty);
    }

    private static String ofTrend(String order) {
        return order.replace("}", ",\"strategy\":\"trend\"}");
    }

    private static String limit(String symbol, String price) {
        return """
        {"symbol":"%s","side":"buy","qty":"1","type":"limit","limitPrice":"%s","timeInForce":"day"}\
        """
                .formatted(symbol, price);
    }
}
