package dev.lockstep.simulation.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.memory.InMemoryTradingKeys;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.usecase.access.KeyResult;
import dev.lockstep.domain.usecase.access.ManageKeys;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.gateway.alpaca.Gateway;
import dev.lockstep.gateway.alpaca.port.GatewayPorts;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayRequest;
import dev.lockstep.simulation.actor.Promises.Intention;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.scenario.Chance;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A bot at the gateway of whichever process lives: submits orders under its own client order ids,
 * repeats them, looks them up, and cancels them; and sends alerts to a hook, which it repeats.
 */
final class BotActor {
    private static final KeyName NAME = new KeyName("alpha");
    private static final KeyName HOOK = new KeyName("alerts");
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final Stage stage;
    private final Chance chance;
    private final RandomTerms terms;
    private final InMemoryTradingKeys store =
            new InMemoryTradingKeys(new InMemoryOrderRepository().riskControl());
    private final TradingKey key;
    private final TradingKey hook;
    private final String hookPath;
    private final Map<String, String> headers;
    private final List<Intention> mine = new ArrayList<>();

    BotActor(Stage stage, Chance chance) {
        this.stage = stage;
        this.chance = chance;
        this.terms = new RandomTerms(stage.market(), stage.promises(), chance);
        ManageKeys keys = new ManageKeys(store, () -> Instant.EPOCH, new SplittableRandom(1));
        KeyResult.Issued issued =
                (KeyResult.Issued)
                        keys.add(
                                NAME,
                                RandomTerms.STRATEGIES.getFirst(),
                                KeyRole.TRADE,
                                KeyView.STRATEGY,
                                List.of(),
                                "simulation");
        KeyResult.Issued hooked =
                (KeyResult.Issued)
                        keys.addHook(
                                HOOK,
                                RandomTerms.STRATEGIES.getFirst(),
                                HookTemplate.DEFAULT,
                                List.of(),
                                "simulation");
        this.hook = hooked.key();
        this.hookPath = "/hooks/" + HOOK + "/" + hooked.secret().reveal();
        this.key = issued.key();
        this.headers =
                Map.of(
                        "APCA-API-KEY-ID",
                        key.id().value(),
                        "APCA-API-SECRET-KEY",
                        issued.secret().reveal());
    }

    void act(PlatformProcess process) {
        boolean old = !mine.isEmpty() && chance.percent(50);
        if (!old) {
            mine.add(intended());
        }
        Intention intention = old ? chance.of(mine) : mine.getLast();
        if (alerted(intention)) {
            alert(process, intention);
        } else if (old && chance.percent(40)) {
            cancel(process, intention);
        } else {
            submit(process, intention);
        }
    }

    /** Alerts carry no trailing stops. */
    private Intention intended() {
        NewOrder order = terms.simple().with(key.strategy());
        boolean alert = chance.percent(30) && !(order.type() instanceof OrderType.TrailingStop);
        return stage.promises().intend(order, alert ? hook.scope() : key.scope());
    }

    private boolean alerted(Intention intention) {
        return hook.scope().equals(intention.keys().getFirst().scope());
    }

    private void alert(PlatformProcess process, Intention intention) {
        IdempotencyKey name = intention.keys().getFirst();
        GatewayAnswer answer =
                answer(
                        process,
                        "POST",
                        hookPath,
                        Map.of(),
                        BotRequests.alert(intention.terms(), name.value()));
        if (answer.status() == OK) {
            stage.promises().acknowledged(name);
        }
        note("alerts", name, answer);
    }

    private void note(String action, IdempotencyKey name, GatewayAnswer answer) {
        stage.promises()
                .note(
                        stage.time().nanos() / 1_000_000
                                + " bot "
                                + action
                                + " "
                                + name
                                + " "
                                + answer.status());
    }

    private void submit(PlatformProcess process, Intention intention) {
        IdempotencyKey name = intention.keys().getFirst();
        GatewayAnswer answer =
                answer(
                        process,
                        "POST",
                        "/v2/orders",
                        Map.of(),
                        BotRequests.order(intention.terms(), name.value()));
        if (answer.status() == OK || answer.body().contains("must be unique")) {
            stage.promises().acknowledged(name);
        }
        note("submits", name, answer);
    }

    private void cancel(PlatformProcess process, Intention intention) {
        String name = intention.keys().getFirst().value();
        Optional<String> id =
                id(
                        answer(
                                process,
                                "GET",
                                "/v2/orders:by_client_order_id",
                                Map.of("client_order_id", List.of(name)),
                                ""));
        if (id.isPresent()) {
            GatewayAnswer answer =
                    answer(process, "DELETE", "/v2/orders/" + id.get(), Map.of(), "");
            if (answer.status() == NO_CONTENT) {
                process.stores()
                        .orders()
                        .find(new OrderId(id.get()))
                        .ifPresent(stage.promises()::cancelAccepted);
            }
        }
    }

    private GatewayAnswer answer(
            PlatformProcess process,
            String method,
            String path,
            Map<String, List<String>> query,
            String body) {
        return gateway(process).answer(new GatewayRequest(method, path, query, headers, body));
    }

    /** A process has a gateway of its own, which remembers nothing of another one. */
    private Gateway gateway(PlatformProcess process) {
        return new Gateway(
                new GatewayPorts(
                        new ManageKeys(store, () -> Instant.EPOCH, new SplittableRandom(1)),
                        process.stores().orders(),
                        process.stores().feed(),
                        process.stores().fills(),
                        process.useCases().submit(),
                        process.useCases().replace(),
                        process.useCases().cancelAll(),
                        process.useCases().close(),
                        new HoldingsByStrategy(process.stores().orders()),
                        process.broker(),
                        process.venueReads(),
                        process.ids(),
                        process.clock(),
                        Runnable::run,
                        Optional::empty));
    }

    private static Optional<String> id(GatewayAnswer answer) {
        if (answer.status() != OK) {
            return Optional.empty();
        }
        try {
            JsonNode json = JsonMapper.builder().build().readTree(answer.body());
            return Optional.of(json.path("id").asText());
        } catch (IOException unreadable) {
            throw new IllegalStateException("the gateway answers in JSON", unreadable);
        }
    }
}
