package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.broker.alpaca.Alpaca;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.memory.InMemoryTradingKeys;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.usecase.access.KeyResult;
import dev.lockstep.domain.usecase.access.ManageKeys;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.gateway.alpaca.Gateway;
import dev.lockstep.gateway.alpaca.port.GatewayPorts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A gateway with a store in memory and the simulated exchange, with a key and a hook. */
final class FuzzVenue implements AutoCloseable {
    private static final String AUTHOR = "fuzz";
    private static final KeyName BOT = new KeyName("bot");
    private static final KeyName HOOK = new KeyName("alerts");

    private final FuzzClock clock = new FuzzClock();
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final Alpaca venue = VenueClient.open(new FuzzExchange(clock), clock, clock::move);
    private final Gateway gateway;
    private final KeyResult.Issued bot;
    private final KeyResult.Issued hook;

    FuzzVenue() {
        ManageKeys keys =
                new ManageKeys(
                        new InMemoryTradingKeys(repository.riskControl()),
                        clock,
                        new SplittableRandom(1));
        bot =
                (KeyResult.Issued)
                        keys.add(
                                BOT,
                                BOT.strategy(),
                                KeyRole.TRADE,
                                KeyView.ACCOUNT,
                                List.of(),
                                AUTHOR);
        hook =
                (KeyResult.Issued)
                        keys.addHook(
                                HOOK, HOOK.strategy(), HookTemplate.DEFAULT, List.of(), AUTHOR);
        gateway = new Gateway(ports(keys));
    }

    private GatewayPorts ports(ManageKeys keys) {
        OrderIds ids = new TimeOrderedIds(new InstanceTag("fuzz"), clock, new SplittableRandom(2));
        MarketWatch watch = new MarketWatch(venue.broker(), venue.marketData(), clock);
        return new GatewayPorts(
                keys,
                repository,
                repository,
                repository.fills(),
                new SubmitOrder(repository, venue.broker(), ids, clock, watch, venue.assets()),
                new ReplaceOrder(repository, venue.broker(), ids, clock, watch, venue.assets()),
                new CancelAll(repository, venue.broker(), clock),
                new ClosePosition(repository, venue.broker(), ids, clock),
                new HoldingsByStrategy(repository),
                venue.broker(),
                venue.reads(),
                ids,
                clock,
                Runnable::run,
                Optional::empty);
    }

    Gateway gateway() {
        return gateway;
    }

    FuzzClock clock() {
        return clock;
    }

    /** Returns the key of the bot. */
    TradingKey key() {
        return bot.key();
    }

    /** Returns the headers by which the bot proves who it is. */
    Map<String, String> headers() {
        return Map.of(
                "APCA-API-KEY-ID", bot.key().id().value(),
                "APCA-API-SECRET-KEY", bot.secret().reveal());
    }

    /** Returns the path to which alerts are sent. */
    String hookPath() {
        return "/hooks/" + HOOK + "/" + hook.secret().reveal();
    }

    @Override
    public void close() {
        venue.close();
    }
}
