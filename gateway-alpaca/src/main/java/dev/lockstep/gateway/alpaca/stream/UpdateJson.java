package dev.lockstep.gateway.alpaca.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.gateway.alpaca.order.BotOrders;
import dev.lockstep.gateway.alpaca.wire.BotOrderJson;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.math.BigDecimal;
import java.util.Optional;

/** JSON of a trade update as a key sees it. */
public final class UpdateJson {
    private final OrderRepository repository;
    private final HoldingsByStrategy holdings;
    private final BotOrders orders;
    private final BotOrderJson format;

    /** Creates the format. */
    public UpdateJson(
            OrderRepository repository, HoldingsByStrategy holdings, BotOrderJson format) {
        this.repository = repository;
        this.holdings = holdings;
        this.orders = new BotOrders(repository);
        this.format = format;
    }

    /** Returns the data of an update, empty if the key does not see its order. */
    public Optional<ObjectNode> of(TradingKey key, TradeUpdate update) {
        if (!BotOrders.visible(key, update.order())) {
            return Optional.empty();
        }
        ObjectNode data = WireJson.object();
        data.put("event", update.event());
        data.put("timestamp", update.at().toString());
        if (update.event().equals("pending_new")) {
            data.putNull("execution_id");
        } else {
            data.put("execution_id", update.executionId());
        }
        BigDecimal price = update.price();
        BigDecimal qty = update.qty();
        if (price != null && qty != null) {
            data.put("price", plain(price));
            data.put("qty", plain(qty));
            data.put("position_qty", position(key, update.order().terms().symbol()));
        }
        data.set("order", format.of(orders.shown(key, update.order(), true)));
        return Optional.of(data);
    }

    private String position(TradingKey key, Symbol symbol) {
        return key.view() == KeyView.ACCOUNT
                ? repository.holdings().of(symbol).toString()
                : holdings.of(symbol).of(key.strategy()).toString();
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
