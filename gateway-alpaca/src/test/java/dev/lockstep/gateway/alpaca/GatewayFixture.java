package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.memory.InMemoryTradingKeys;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.usecase.access.KeyResult;
import dev.lockstep.domain.usecase.access.ManageKeys;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.gateway.alpaca.port.GatewayPorts;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayRequest;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/** A gateway on a store in memory and a broker of the tests' own, with a key for each bot. */
final class GatewayFixture {
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final InMemoryFills fills = new InMemoryFills();
    private final FakeBroker broker = new FakeBroker();
    private final FakeVenue venue = new FakeVenue();
    private final TestClock clock = new TestClock();
    private final ManageKeys keys =
            new ManageKeys(
                    new InMemoryTradingKeys(repository.riskControl()),
                    clock,
                    new SplittableRandom(5));
    private final OrderIds ids =
            new TimeOrderedIds(new InstanceTag("test"), clock, new SplittableRandom(7));
    private Optional<String> notReady = Optional.empty();
    private Executor background = Runnable::run;
    private final GatewayPorts ports =
            new GatewayPorts(
                    keys,
                    repository,
                    repository,
                    fills,
                    SampleUseCases.submitOrder(repository, broker, ids, clock),
                    SampleUseCases.replaceOrder(repository, broker, ids, clock),
                    new CancelAll(repository, broker, clock),
                    new ClosePosition(repository, broker, ids, clock),
                    new HoldingsByStrategy(repository),
                    broker,
                    venue,
                    ids,
                    clock,
                    work -> background.execute(work),
                    () -> notReady);
    private final Gateway gateway = new Gateway(ports);

    InMemoryOrderRepository repository() {
        return repository;
    }

    InMemoryFills fills() {
        return fills;
    }

    FakeBroker broker() {
        return broker;
    }

    FakeVenue venue() {
        return venue;
    }

    TestClock clock() {
        return clock;
    }

    ManageKeys keys() {
        return keys;
    }

    Gateway gateway() {
        return gateway;
    }

    GatewayPorts ports() {
        return ports;
    }

    void background(Executor other) {
        background = other;
    }

    void notReady(String reason) {
        notReady = Optional.of(reason);
    }

    /** A bot with a key of its own. */
    Bot bot(String name, KeyView view) {
        return bot(name, KeyRole.TRADE, view);
    }

    Bot bot(String name, KeyRole role, KeyView view) {
        KeyName keyName = new KeyName(name);
        KeyResult.Issued issued =
                (KeyResult.Issued)
                        keys.add(keyName, keyName.strategy(), role, view, List.of(), "test");
        return new Bot(issued.key().id().value(), issued.secret().reveal());
    }

    /** Adds a hook and returns its path. */
    String hook(String name, HookTemplate template) {
        KeyName hook = new KeyName(name);
        KeyResult.Issued issued =
                (KeyResult.Issued) keys.addHook(hook, hook.strategy(), template, List.of(), "test");
        return "/hooks/" + name + "/" + issued.secret().reveal();
    }

    GatewayAnswer answer(String method, String target, Map<String, String> headers, String body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, List<String>> query = new HashMap<>();
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                query.computeIfAbsent(pair.substring(0, equals), _ -> new ArrayList<>())
                        .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return gateway.answer(new GatewayRequest(method, path, query, headers, body));
    }

    static JsonNode json(GatewayAnswer answer) {
        return WireJson.tree(answer.body()).orElseGet(WireJson::object);
    }

    static String market(String clientOrderId) {
        return "{\"symbol\":\"AAPL\",\"qty\":\"10\",\"side\":\"buy\",\"type\":\"market\","
                + "\"time_in_force\":\"day\",\"client_order_id\":\""
                + clientOrderId
                + "\"}";
    }

    /** A bot's requests. */
    final class Bot {
        private final String id;
        private final String secret;

        Bot(String id, String secret) {
            this.id = id;
            this.secret = secret;
        }

        String id() {
            return id;
        }

        String secret() {
            return secret;
        }

        GatewayAnswer send(String method, String target, String body) {
            return answer(
                    method,
                    target,
                    Map.of("apca-api-key-id", id, "Apca-Api-Secret-Key", secret),
                    body);
        }

        GatewayAnswer get(String target) {
            return send("GET", target, "");
        }

        JsonNode ok(String method, String target, String body) {
            GatewayAnswer answer = send(method, target, body);
            JsonNode json = json(answer);
            assertThat(answer.status()).as(json.toString()).isBetween(200, 299);
            return json;
        }

        JsonNode read(String target) {
            return ok("GET", target, "");
        }

        JsonNode buys(String clientOrderId) {
            return ok("POST", "/v2/orders", market(clientOrderId));
        }

        void refused(String method, String target, String body, int status, int code, String text) {
            GatewayAnswer answer = send(method, target, body);
            JsonNode json = json(answer);
            assertThat(answer.status()).as(json.toString()).isEqualTo(status);
            assertThat(json.path("code").asInt()).as(json.toString()).isEqualTo(code);
            assertThat(json.path("message").asText()).contains(text);
        }
    }
}
