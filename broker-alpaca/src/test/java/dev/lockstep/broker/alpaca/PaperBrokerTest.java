package dev.lockstep.broker.alpaca;

import com.google.inject.Injector;
import dev.lockstep.contracts.broker.BrokerContract;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.TradingCalendar;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Runs the broker contract against the paper account whose API key is in the environment, if {@code
 * LOCKSTEP_TEST_ON_PAPER_ACCOUNT} is {@code yes}: it submits orders there, and who has a key in the
 * environment may have a program that trades with it.
 */
@EnabledIfEnvironmentVariable(named = "LOCKSTEP_TEST_ON_PAPER_ACCOUNT", matches = "yes")
@EnabledIfEnvironmentVariable(named = "APCA_API_KEY_ID", matches = ".+")
@EnabledIfEnvironmentVariable(named = "APCA_API_SECRET_KEY", matches = ".+")
final class PaperBrokerTest extends BrokerContract {
    private final InstanceTag tag = new InstanceTag("contract");
    private final Injector ports =
            Brokers.ports(
                    AlpacaConfig.paper(
                            System.getenv("APCA_API_KEY_ID"),
                            new ApiSecret(System.getenv("APCA_API_SECRET_KEY"))));
    private final Broker broker = ports.getInstance(Broker.class);
    private final OrderIds ids =
            new TimeOrderedIds(tag, InstantSource.system(), new SecureRandom());

    @AfterEach
    void leaveNothingResting() {
        if (broker.openOrders()
                instanceof FetchResult.Complete<FetchedList<BrokerOrder>>(var open)) {
            open.items().stream()
                    .filter(order -> tag.made(order.clientOrderId()))
                    .forEach(order -> broker.cancel(order.brokerOrderId()));
        }
    }

    @Override
    public Broker broker() {
        return broker;
    }

    @Override
    public MarketData marketData() {
        return ports.getInstance(MarketData.class);
    }

    @Override
    public Assets assets() {
        return ports.getInstance(Assets.class);
    }

    @Override
    public TradingCalendar calendar() {
        return ports.getInstance(TradingCalendar.class);
    }

    @Override
    public AccountHistory history() {
        return ports.getInstance(AccountHistory.class);
    }

    @Override
    public OrderIds ids() {
        return ids;
    }

    @Override
    public boolean marketOrdersFill() {
        return broker.clock() instanceof FetchResult.Complete<MarketClock>(MarketClock clock)
                && clock.open();
    }

    @Override
    public boolean accountIsOurs() {
        return "yes".equals(System.getenv("LOCKSTEP_TEST_MAY_FLATTEN_PAPER_ACCOUNT"));
    }
}
