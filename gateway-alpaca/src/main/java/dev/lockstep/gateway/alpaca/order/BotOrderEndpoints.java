package dev.lockstep.gateway.alpaca.order;

import dev.lockstep.gateway.alpaca.port.GatewayPorts;
import dev.lockstep.gateway.alpaca.read.AssetDirectory;
import dev.lockstep.gateway.alpaca.request.BotRoutes;
import dev.lockstep.gateway.alpaca.wire.BotOrderJson;
import dev.lockstep.gateway.alpaca.wire.BotOrderReader;

/**
 * The endpoints of orders, and those that close positions.
 *
 * @param submission submits orders
 * @param closes closes positions
 */
public record BotOrderEndpoints(OrderSubmission submission, CloseEndpoints closes) {
    /** Adds the endpoints. */
    public static BotOrderEndpoints register(
            BotRoutes routes, GatewayPorts ports, AssetDirectory assets) {
        BotOrders orders = new BotOrders(ports.repository());
        OrderAnswers answers = new OrderAnswers(orders, new BotOrderJson(assets::id));
        OrderSubmission submission =
                new OrderSubmission(ports.submitOrder(), answers, orders, ports.notReady());
        SubmitEndpoint submit =
                new SubmitEndpoint(
                        submission,
                        ports.ids(),
                        new BotOrderReader(assets::symbol),
                        new EffectCheck(ports.broker()));
        BotOrderReads reads = new BotOrderReads(orders, answers, assets);
        CancelEndpoints cancels = new CancelEndpoints(ports.cancelAll(), orders, answers);
        routes.change("POST", "/v2/orders", submit::answer);
        routes.get("/v2/orders", reads::list);
        routes.change("DELETE", "/v2/orders", cancels::all);
        routes.get("/v2/orders:by_client_order_id", reads::byClientOrderId);
        routes.get("/v2/orders/{id}", reads::one);
        routes.change(
                "PATCH",
                "/v2/orders/{id}",
                new ReplaceEndpoint(ports.replaceOrder(), ports.ids(), orders, answers)::answer);
        routes.change("DELETE", "/v2/orders/{id}", cancels::one);
        CloseEndpoints closes =
                new CloseEndpoints(
                        ports.closePosition(),
                        ports.broker(),
                        ports.holdings(),
                        cancels,
                        answers,
                        assets);
        routes.change("DELETE", "/v2/positions", closes::all);
        routes.change("DELETE", "/v2/positions/{symbol}", closes::one);
        return new BotOrderEndpoints(submission, closes);
    }
}
