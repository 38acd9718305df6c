package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SeveralAccountsTest {
    private static final ApiKey ANN = new ApiKey("ANN-KEY", "ann-secret", "ann");
    private static final ApiKey BOB = new ApiKey("BOB-KEY", "bob-secret", "bob");
    private static final String BUY =
            "'symbol':'AAPL','qty':'1','side':'buy','type':'market','time_in_force':'day',"
                    + "'client_order_id':'same'";

    @Test
    void accounts_share_prices_and_nothing_else() {
        SimulatorConfig config =
                SimulatorConfig.defaults().withRequestsPerMinute(0).withKeys(ANN, BOB);
        try (Simulator simulator = Simulator.start(config);
                Client ann = new Client(simulator.uri(), ANN);
                Client bob = new Client(simulator.uri(), BOB);
                StreamClient stream = StreamClient.listening(simulator, BOB)) {
            String anns = ann.submit(BUY).text("id");
            assertThat(bob.get("/v2/orders?status=all").json()).isEmpty();
            assertThat(bob.get("/v2/orders/" + anns).status()).isEqualTo(404);
            assertThat(bob.delete("/v2/orders/" + anns).status()).isEqualTo(404);
            assertThat(bob.patch("/v2/orders/" + anns, "{'qty':'2'}").status()).isEqualTo(404);
            assertThat(bob.get("/v2/orders:by_client_order_id?client_order_id=same").status())
                    .isEqualTo(404);
            assertThat(bob.get("/v2/positions").json()).isEmpty();
            assertThat(bob.get("/v2/account/activities").json()).isEmpty();
            assertThat(bob.get("/v2/account").text("cash")).isEqualTo("100000");
            assertThat(bob.get("/v2/account").text("id"))
                    .isNotEqualTo(ann.get("/v2/account").text("id"));

            Client.Reply bobs = bob.submit(BUY);
            assertThat(bobs.status()).isEqualTo(200);
            // Bob's first event is his own: Ann's earlier events did not reach him.
            assertThat(stream.next().at("/data/order/id").asText()).isEqualTo(bobs.text("id"));
            assertThat(ann.get("/v2/positions/AAPL").text("qty")).isEqualTo("1");
            assertThat(simulator.orders())
                    .extracting(LedgerOrder::account)
                    .containsExactly("ann", "bob");
        }
    }

    @Test
    void an_account_may_have_its_own_opening_cash() {
        ApiKey rich = new ApiKey("RICH-KEY", "rich-secret", "rich", new BigDecimal("2500000.50"));
        SimulatorConfig config = SimulatorConfig.defaults().withKeys(ANN, rich);
        try (Simulator simulator = Simulator.start(config);
                Client ann = new Client(simulator.uri(), ANN);
                Client other = new Client(simulator.uri(), rich)) {
            assertThat(ann.get("/v2/account").text("cash")).isEqualTo("100000");
            assertThat(other.get("/v2/account").text("cash")).isEqualTo("2500000.5");
        }
    }

    @Test
    void one_account_does_not_use_up_the_requests_of_another() {
        SimulatorConfig config =
                SimulatorConfig.defaults().withRequestsPerMinute(1).withKeys(ANN, BOB);
        try (Simulator simulator = Simulator.start(config);
                Client ann = new Client(simulator.uri(), ANN);
                Client bob = new Client(simulator.uri(), BOB)) {
            ann.get("/v2/clock");
            ann.get("/v2/clock");
            assertThat(bob.get("/v2/clock").status()).isEqualTo(200);
        }
    }
}
