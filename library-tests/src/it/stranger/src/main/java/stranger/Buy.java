package stranger;

import dev.lockstep.broker.alpaca.Alpaca;
import dev.lockstep.broker.alpaca.AlpacaConfig;
import dev.lockstep.broker.alpaca.ApiSecret;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What the README shows, with the address and the file as arguments. */
public final class Buy {
    private Buy() {}

    public static void main(String[] arguments) {
        URI address = URI.create(arguments[0]);
        Path file = Path.of(arguments[1]);
        String keyId = "key";
        String secret = "secret";
        // @start region="readme"
        AlpacaConfig config = AlpacaConfig.at(address, keyId, new ApiSecret(secret));
        try (SqliteStore store = SqliteStore.open(SqliteConfig.at(file));
                Alpaca alpaca = Alpaca.connect(config)) {
            PlatformClock clock = PlatformClock.of(InstantSource.system(), System::nanoTime);
            TimeOrderedIds ids = new TimeOrderedIds(store.tag(), clock, new SecureRandom());
            MarketWatch watch = new MarketWatch(alpaca.broker(), alpaca.marketData(), clock);
            SubmitOrder submitOrder =
                    new SubmitOrder(
                            store.repository(), alpaca.broker(), ids, clock, watch, alpaca.assets());
            NewOrder terms =
                    new NewOrder(
                            new Symbol("AAPL"),
                            Side.BUY,
                            Quantity.of("10"),
                            new OrderType.Limit(Price.of("189.50")),
                            TimeInForce.DAY);
            System.out.println(submitOrder.submit(terms, new IdempotencyKey("click 1")).order());
        }
        // @end
    }
}
