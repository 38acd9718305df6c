package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Busts and corrections of trades after the fact. */
class TradeCorrectionsOverHttpTest {
    private static final String FILLS = "/v2/account/activities/FILL?direction=asc";

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withRequestsPerMinute(0)
                                .withWalkingPrices(false));
        simulator.setPrice("AAPL", new BigDecimal("200"));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void a_bust_reverses_shares_cash_and_the_filled_quantity() {
        String id = bought("10");

        Client.Reply busted = client.post("/sim/trade-bust", "{'order_id':'" + id + "'}");

        assertThat(busted.text("status")).isEqualTo("canceled");
        assertThat(busted.text("filled_qty")).isEqualTo("0");
        assertThat(client.get("/v2/orders/" + id).json().get("filled_at").isNull()).isTrue();
        assertThat(client.get("/v2/positions").json()).isEmpty();
        assertThat(client.get("/v2/account").text("cash")).isEqualTo("100000");
        JsonNode fills = client.get(FILLS).json();
        assertThat(fills).hasSize(2);
        assertThat(fills.get(1).get("type").asText()).isEqualTo("trade_bust");
        assertThat(fills.get(0).get("id").asText())
                .endsWith(fills.get(1).get("previous_id").asText());
    }

    @Test
    void a_correction_changes_quantity_and_price_and_can_be_corrected_again() {
        String id = bought("10");

        client.post("/sim/trade-correct", "{'order_id':'" + id + "','qty':'8','price':'190'}");
        Client.Reply again =
                client.post("/sim/trade-correct", "{'order_id':'" + id + "','price':'195'}");

        assertThat(again.text("filled_qty")).isEqualTo("8");
        assertThat(again.text("filled_avg_price")).isEqualTo("195");
        assertThat(client.get("/v2/positions/AAPL").text("qty")).isEqualTo("8");
        assertThat(client.get("/v2/account").text("cash")).isEqualTo("98440");
        JsonNode fills = client.get(FILLS).json();
        assertThat(fills.get(1).get("id").asText())
                .endsWith(fills.get(2).get("previous_id").asText());
    }

    @Test
    void an_order_may_become_active_again_after_a_bust() {
        String id =
                client.submit(
                                "'symbol':'AAPL','qty':'10','side':'buy','type':'limit',"
                                        + "'limit_price':'201','time_in_force':'gtc'")
                        .text("id");
        client.post("/sim/price", "{'symbol':'AAPL','price':'210'}");

        client.post("/sim/trade-bust", "{'order_id':'" + id + "','reopen':true}");
        assertThat(client.get("/v2/orders/" + id).text("status")).isEqualTo("new");
        client.post("/sim/price", "{'symbol':'AAPL','price':'199'}");

        assertThat(client.get("/v2/orders/" + id).text("status")).isEqualTo("filled");
        assertThat(client.get("/v2/positions/AAPL").text("qty")).isEqualTo("10");
    }

    @Test
    void invalid_busts_and_corrections_are_rejected() {
        String id = bought("10");
        client.post("/sim/trade-bust", "{'order_id':'" + id + "'}");
        String activity = client.get(FILLS).json().get(0).get("id").asText();
        String execution = activity.substring(activity.indexOf("::") + 2);

        assertThat(client.post("/sim/trade-bust", "{'execution_id':'" + execution + "'}").status())
                .isEqualTo(422);
        assertThat(client.post("/sim/trade-bust", "{'order_id':'" + id + "'}").status())
                .isEqualTo(404);
        assertThat(client.post("/sim/trade-correct", "{'order_id':'" + id + "'}").status())
                .isEqualTo(422);
    }

    private String bought(String qty) {
        return client.submit(
                        "'symbol':'AAPL','qty':'"
                                + qty
                                + "','side':'buy','type':'market','time_in_force':'day'")
                .text("id");
    }
}
