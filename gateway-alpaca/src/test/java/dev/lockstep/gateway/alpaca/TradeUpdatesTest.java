package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.gateway.alpaca.stream.BotUpdateStream;
import dev.lockstep.gateway.alpaca.stream.TradeUpdate;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster;
import dev.lockstep.gateway.alpaca.stream.UpdateId;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TradeUpdatesTest {
    private final GatewayFixture fixture = new GatewayFixture();
    private final GatewayFixture.Bot bot = fixture.bot("trend", KeyView.STRATEGY);
    private final SyncOrders syncOrders =
            new SyncOrders(
                    fixture.repository(), fixture.broker(), fixture.ports().ids(), fixture.clock());
    private final UpdateBroadcaster broadcaster =
            new UpdateBroadcaster(
                    fixture.gateway().updates(),
                    new FeedWaits(CommitHints.NONE, System::nanoTime),
                    time -> Thread.sleep(time.toMillis() / 10),
                    Thread.ofPlatform().daemon().factory());

    @AfterEach
    void close() {
        broadcaster.close();
    }

    private Order stored(JsonNode order) {
        return fixture.repository().find(new OrderId(order.path("id").asText())).orElseThrow();
    }

    private void becomes(JsonNode order, OrderStatus status, String cumQty) {
        fixture.broker().set(stored(order), status, cumQty);
        syncOrders.sync();
    }

    private List<String> events(long after) {
        return fixture.gateway().updates().after(after).updates().stream()
                .map(TradeUpdate::event)
                .toList();
    }

    @Test
    void the_life_of_an_order_is_reported_in_the_venues_events() {
        JsonNode order = bot.buys("1");
        becomes(order, OrderStatus.PARTIALLY_FILLED, "4");
        becomes(order, OrderStatus.FILLED, "10");

        assertThat(events(0)).startsWith("pending_new").endsWith("partial_fill", "fill");
        List<TradeUpdate> updates = fixture.gateway().updates().after(0).updates();
        assertThat(updates.get(updates.size() - 2).qty()).isEqualByComparingTo("4");
        assertThat(updates.getLast().qty()).isEqualByComparingTo("6");
        assertThat(updates).extracting(TradeUpdate::executionId).doesNotHaveDuplicates();
    }

    @Test
    void an_order_that_the_venue_refused_at_once_or_we_denied_is_pending_at_most() {
        fixture.broker().next(NextSubmit.REFUSE);
        bot.send("POST", "/v2/orders", GatewayFixture.market("1"));

        assertThat(events(0)).doesNotContain("rejected");
    }

    @Test
    void a_cancel_is_pending_and_then_canceled() {
        JsonNode order = bot.buys("1");
        long before = fixture.gateway().updates().last();
        new CancelOrder(fixture.repository(), fixture.broker(), fixture.clock())
                .cancel(stored(order).id());
        becomes(order, OrderStatus.CANCELED, "0");

        assertThat(events(before)).containsExactly("pending_cancel", "canceled");
    }

    @Test
    void a_client_continues_after_the_last_event_that_it_has() {
        JsonNode order = bot.buys("1");
        becomes(order, OrderStatus.FILLED, "10");
        List<TradeUpdate> all = fixture.gateway().updates().after(0).updates();
        String id = UpdateId.of(all.get(0));

        long seq = UpdateId.seq(id).orElseThrow();

        assertThat(fixture.gateway().updates().after(seq).updates())
                .isEqualTo(all.subList(1, all.size()));
        assertThat(UpdateId.seq("soon")).isEmpty();
        assertThat(UpdateId.seq("!".repeat(26))).isEmpty();
    }

    @Test
    void a_stream_authenticates_listens_and_receives_each_update_of_its_strategy_once() {
        Queue<JsonNode> received = new ConcurrentLinkedQueue<>();
        BotUpdateStream session = session(received);
        session.receive(
                message("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}"));
        session.receive(credentials(bot));
        session.receive(
                message(
                        "{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\",\"x\"]}}"));
        fixture.bot("carry", KeyView.STRATEGY).buys("2");
        becomes(bot.buys("1"), OrderStatus.FILLED, "10");

        Eventually.within(Duration.ofSeconds(10), "a fill", () -> names(received).contains("fill"));

        List<JsonNode> all = new ArrayList<>(received);
        assertThat(all.get(0).toString()).contains("unauthorized").contains("listen");
        assertThat(all.get(1).toString()).contains("\"authorized\"");
        assertThat(all.get(2).toString()).contains("listening").contains("trade_updates");
        assertThat(names(received)).doesNotHaveDuplicates();
        assertThat(all.subList(3, all.size()))
                .allSatisfy(update ->
                        assertThat(
                                        update.path("data")
                                                .path("order")
                                                .path("client_order_id")
                                                .asText())
                                .isEqualTo("1"));
        JsonNode fill = all.getLast().path("data");
        assertThat(fill.path("qty").asText()).isEqualTo("10");
        assertThat(fill.path("position_qty").asText()).isEqualTo("10");
    }

    @Test
    void wrong_credentials_and_a_revoked_key_end_the_stream() {
        Queue<JsonNode> received = new ConcurrentLinkedQueue<>();
        List<String> ended = new ArrayList<>();
        BotUpdateStream session =
                new BotUpdateStream(
                        fixture.gateway().authenticator(),
                        broadcaster,
                        fixture.gateway().updateFormat(),
                        received::add,
                        () -> ended.add("end"));
        session.receive(message("{\"action\":\"auth\",\"key\":\"x\",\"secret\":\"y\"}"));
        assertThat(ended).hasSize(1);

        session.receive(credentials(bot));
        fixture.keys().revoke(KeyKind.BOT, new KeyName("trend"), "ann");
        session.accept(
                new TradeUpdate(
                        1,
                        0,
                        "new",
                        fixture.clock().instant(),
                        "",
                        null,
                        null,
                        stored(fixture.bot("carry", KeyView.ACCOUNT).buys("1"))));

        assertThat(ended).hasSize(2);
        assertThat(names(received)).isEmpty();
    }

    private BotUpdateStream session(Queue<JsonNode> received) {
        return new BotUpdateStream(
                fixture.gateway().authenticator(),
                broadcaster,
                fixture.gateway().updateFormat(),
                received::add,
                () -> {});
    }

    private static ObjectNode credentials(GatewayFixture.Bot of) {
        return message(
                "{\"action\":\"authenticate\",\"data\":{\"key_id\":\""
                        + of.id()
                        + "\",\"secret_key\":\""
                        + of.secret()
                        + "\"}}");
    }

    private static ObjectNode message(String json) {
        return WireJson.object(json);
    }

    private static List<String> names(Queue<JsonNode> received) {
        return received.stream()
                .filter(message -> message.path("stream").asText().equals("trade_updates"))
                .map(message -> message.path("data").path("event").asText())
                .toList();
    }
}
