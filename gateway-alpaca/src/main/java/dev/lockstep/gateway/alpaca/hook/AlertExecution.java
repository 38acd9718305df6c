package dev.lockstep.gateway.alpaca.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.access.HookField;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.gateway.alpaca.order.BotOrderEndpoints;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what an alert requests, once for its idempotency key. */
final class AlertExecution {
    private static final Logger LOG = LoggerFactory.getLogger(AlertExecution.class);
    private static final int NOT_FOUND = 404;

    private final OrderRepository repository;
    private final BotOrderEndpoints orders;
    private final AlertReader reader;
    private final RecentCloses closes = new RecentCloses();

    AlertExecution(OrderRepository repository, BotOrderEndpoints orders, AlertReader reader) {
        this.repository = repository;
        this.orders = orders;
        this.reader = reader;
    }

    /**
     * Executes an alert.
     *
     * @throws InvalidValueException if a value of it is absent or invalid
     */
    GatewayAnswer execute(TradingKey hook, AlertFields fields, IdempotencyKey key) {
        return switch (reader.read(fields, hook.strategy())) {
            case AlertRequest.Submit(NewOrder terms) -> submitted(hook, fields, terms, key);
            case AlertRequest.Close close ->
                    closes.find(key).orElseGet(() -> closes.keep(key, closed(hook, close)));
        };
    }

    /** Returns the stored order of an alert, as its first answer showed it. */
    Optional<GatewayAnswer> stored(TradingKey hook, IdempotencyKey key) {
        return repository.byIdempotencyKey(key).map(order -> orders.submission().made(hook, order));
    }

    private GatewayAnswer submitted(
            TradingKey hook, AlertFields fields, NewOrder terms, IdempotencyKey key) {
        return orders.submission()
                .submit(hook, terms, key, existing -> repeated(hook, fields, terms, existing));
    }

    private GatewayAnswer repeated(
            TradingKey hook, AlertFields fields, NewOrder terms, Order existing) {
        if (!same(fields, terms, existing.terms())) {
            throw new InvalidValueException(
                    HookField.ID.word(),
                    existing.idempotencyKey().value(),
                    "an id that no other alert has had, such as \"{{strategy.order.id}} {{timenow}}\";"
                            + " order "
                            + existing.id()
                            + " of "
                            + existing.createdAt()
                            + " has it");
        }
        LOG.info(
                "{}: a repeated alert made order {}; nothing is sent",
                hook.author(),
                existing.id());
        return orders.submission().made(hook, existing);
    }

    /** A size in percent may have changed since the first alert, a quantity or dollars have not. */
    private static boolean same(AlertFields fields, NewOrder terms, NewOrder first) {
        boolean fixed = fields.has(HookField.QTY) || fields.has(HookField.NOTIONAL);
        return first.symbol().equals(terms.symbol())
                && first.side() == terms.side()
                && (!fixed || first.amount().equals(terms.amount()));
    }

    private GatewayAnswer closed(TradingKey hook, AlertRequest.Close close) {
        GatewayAnswer answer = orders.closes().closed(hook, close.symbol(), close.part());
        return answer.status() == NOT_FOUND ? GatewayAnswer.ok(flat(hook, close.symbol())) : answer;
    }

    private static ObjectNode flat(TradingKey hook, Symbol symbol) {
        return WireJson.object()
                .put("symbol", symbol.value())
                .put(
                        "message",
                        "strategy "
                                + hook.strategy()
                                + " holds no "
                                + symbol
                                + "; nothing to close");
    }
}
