package dev.lockstep.gateway.alpaca;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.gateway.alpaca.access.BotAuthenticator;
import dev.lockstep.gateway.alpaca.hook.HookEndpoint;
import dev.lockstep.gateway.alpaca.order.BotOrderEndpoints;
import dev.lockstep.gateway.alpaca.port.GatewayPorts;
import dev.lockstep.gateway.alpaca.read.AssetDirectory;
import dev.lockstep.gateway.alpaca.read.PublicData;
import dev.lockstep.gateway.alpaca.read.ReadEndpoints;
import dev.lockstep.gateway.alpaca.read.VenueCache;
import dev.lockstep.gateway.alpaca.request.BotRoutes;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayRequest;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.stream.UpdateJson;
import dev.lockstep.gateway.alpaca.stream.UpdateReader;
import dev.lockstep.gateway.alpaca.wire.BotOrderJson;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alpaca's trading API in front of the domain's use cases: answers one request of a bot, without a
 * web server. Thread-safe.
 */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /** The venue serves the prices of crypto without a key. */
    private static final String PUBLIC_DATA = "/v1beta3/crypto/";

    private final BotAuthenticator authenticator;
    private final PublicData publicData;
    private final HookEndpoint hooks;
    private final UpdateReader updates;
    private final UpdateJson updateFormat;
    private final BotRoutes routes = new BotRoutes();

    /** Creates a gateway. */
    public Gateway(GatewayPorts ports) {
        this.authenticator = new BotAuthenticator(ports.keys());
        VenueCache venue = new VenueCache(ports.venue(), ports.clock());
        this.publicData = new PublicData(venue);
        AssetDirectory assets = new AssetDirectory(venue);
        this.updates = new UpdateReader(ports.repository(), ports.feed(), ports.fills());
        this.updateFormat =
                new UpdateJson(ports.repository(), ports.holdings(), new BotOrderJson(assets::id));
        BotOrderEndpoints orders = BotOrderEndpoints.register(routes, ports, assets);
        this.hooks = new HookEndpoint(ports, orders, assets::symbol);
        ReadEndpoints.register(routes, ports, venue, assets);
    }

    /** Returns the check of a bot's credentials. */
    public BotAuthenticator authenticator() {
        return authenticator;
    }

    /** Returns the reader of trade updates. */
    public UpdateReader updates() {
        return updates;
    }

    /** Returns the format of trade updates. */
    public UpdateJson updateFormat() {
        return updateFormat;
    }

    /** Answers a request; every failure is an answer too. */
    public GatewayAnswer answer(GatewayRequest request) {
        try {
            return checked(request);
        } catch (RefusedRequest refused) {
            return GatewayAnswer.refused(refused.refusal());
        } catch (RepositoryException failure) {
            LOG.warn("{}: the store failed: {}", request, failure.getMessage());
            return GatewayAnswer.refused(
                    Refusal.unavailable("the store failed, try again: " + failure.reason()));
        } catch (RuntimeException bug) {
            LOG.error("internal error in {}", request, bug);
            return GatewayAnswer.refused(Refusal.internal());
        }
    }

    private GatewayAnswer checked(GatewayRequest request) {
        if (request.path().startsWith(GatewayRequest.HOOKS)) {
            return hooks.answer(request);
        }
        Optional<TradingKey> key = authenticator.key(request::header);
        if (key.isEmpty()) {
            return request.method().equals("GET") && request.path().startsWith(PUBLIC_DATA)
                    ? publicData.answer(request)
                    : GatewayAnswer.refused(Refusal.unauthorized());
        }
        Optional<BotRoutes.Match> match = routes.find(request.method(), request.path());
        if (match.isEmpty()) {
            return GatewayAnswer.refused(Refusal.notFound("endpoint not found."));
        }
        if (match.get().changes() && key.get().role() != KeyRole.TRADE) {
            return GatewayAnswer.refused(
                    Refusal.forbidden("key " + key.get().name() + " is allowed to read only"));
        }
        return match.get()
                .endpoint()
                .answer(new KeyedRequest(request, key.get(), match.get().variables()));
    }
}
