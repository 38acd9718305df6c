package dev.lockstep.gateway.alpaca.hook;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.usecase.access.ManageKeys;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.gateway.alpaca.order.BotOrderEndpoints;
import dev.lockstep.gateway.alpaca.port.GatewayPorts;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code POST /hooks/NAME/SECRET}: checks the secret and the bounds, and executes the alert
 * without waiting for the broker longer than the sender waits. Thread-safe.
 */
public final class HookEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(HookEndpoint.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final ManageKeys keys;
    private final HookLimits limits;
    private final AlertKeys alertKeys;
    private final AlertExecution execution;
    private final BotOrderEndpoints orders;
    private final BoundedWait wait;

    /**
     * Creates the endpoint.
     *
     * @param symbols finds the symbol of a text
     */
    public HookEndpoint(
            GatewayPorts ports, BotOrderEndpoints orders, Function<String, Symbol> symbols) {
        this.keys = ports.keys();
        this.orders = orders;
        this.limits = new HookLimits(ports.clock());
        this.alertKeys = new AlertKeys(ports.repository(), ports.clock());
        AlertSize size = new AlertSize(ports.holdings(), ports.broker());
        this.execution =
                new AlertExecution(ports.repository(), orders, new AlertReader(symbols, size));
        this.wait = new BoundedWait(ports.background(), LONGEST_WAIT);
    }

    /**
     * Answers a request.
     *
     * @throws RefusedRequest if it is refused
     */
    public GatewayAnswer answer(GatewayRequest request) {
        TradingKey hook = hook(request.path()).orElseThrow(this::noSuchHook);
        try {
            return answer(hook, request);
        } catch (RefusedRequest refused) {
            LOG.warn("{}: alert refused: {}", hook.author(), refused.refusal().message());
            throw refused;
        }
    }

    private GatewayAnswer answer(TradingKey hook, GatewayRequest request) {
        if (!request.method().equals("POST")) {
            throw new RefusedRequest(
                    new Refusal(405, 40510000, "a hook accepts POST only", Map.of()));
        }
        if (!limits.alert(hook.name())) {
            throw new RefusedRequest(
                    Refusal.tooMany(
                            hook.author()
                                    + " accepts at most "
                                    + HookLimits.ALERTS
                                    + " alerts per minute"));
        }
        try {
            return alert(hook, request.body());
        } catch (InvalidValueException wrong) {
            throw new RefusedRequest(refusal(wrong));
        }
    }

    private GatewayAnswer alert(TradingKey hook, String body) {
        if (body.length() > AlertBody.MAX_CHARS) {
            throw new RefusedRequest(
                    new Refusal(
                            413,
                            41310000,
                            "body: "
                                    + body.length()
                                    + " characters (expected: at most "
                                    + AlertBody.MAX_CHARS
                                    + ")",
                            Map.of()));
        }
        HookTemplate template = Optional.ofNullable(hook.template()).orElse(HookTemplate.DEFAULT);
        AlertFields fields = new AlertFields(template, AlertBody.parse(body));
        IdempotencyKey key = alertKeys.key(hook, fields, body);
        orders.submission().requireReady();
        return wait.answer(
                () -> execution.execute(hook, fields, key),
                () -> execution.stored(hook, key).orElseGet(HookEndpoint::notYetStored));
    }

    /** Returns the hook of a path; an invalid name or secret is like a wrong one. */
    private Optional<TradingKey> hook(String path) {
        String[] parts = path.substring(GatewayRequest.HOOKS.length()).split("/", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return keys.hook(new KeyName(parts[0]), new KeySecret(parts[1]));
        } catch (InvalidValueException otherForm) {
            return Optional.empty();
        }
    }

    private RefusedRequest noSuchHook() {
        if (!limits.wrong()) {
            return new RefusedRequest(Refusal.tooMany("too many requests for unknown hooks"));
        }
        LOG.warn("an alert for an unknown hook, or with a wrong secret, is refused");
        return new RefusedRequest(Refusal.notFound("hook not found."));
    }

    private static Refusal refusal(InvalidValueException wrong) {
        return Refusal.unprocessable(String.valueOf(wrong.getMessage()))
                .with("field", TextNode.valueOf(wrong.field()))
                .with("value", TextNode.valueOf(wrong.value()))
                .with("expected", TextNode.valueOf(wrong.expected()));
    }

    private static GatewayAnswer notYetStored() {
        return GatewayAnswer.refused(
                Refusal.unavailable(
                        "the alert is being executed and not stored yet; the same alert again makes"
                                + " no second order"));
    }
}
