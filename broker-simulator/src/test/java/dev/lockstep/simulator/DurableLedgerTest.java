package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.ledger.BrokenLedgerException;
import dev.lockstep.simulator.ledger.LedgerLockedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DurableLedgerTest {
    private static final String BUY =
            "'symbol':'MSFT','qty':'3','side':'buy','type':'market','time_in_force':'day',"
                    + "'client_order_id':'first'";

    @TempDir Path stateDir;

    @Test
    void orders_positions_cash_and_prices_survive_a_restart() {
        String account;
        String price;
        List<LedgerOrder> before;
        try (Simulator simulator = start();
                Client client = new Client(simulator)) {
            client.submit(BUY);
            client.submit(
                    "'symbol':'MSFT','qty':'1','side':'buy','type':'limit','limit_price':'9.5',"
                            + "'time_in_force':'gtc'");
            client.submit(
                    "'symbol':'ZZZZ','qty':'1','side':'buy','type':'market',"
                            + "'time_in_force':'day'");
            account = client.get("/v2/account").json().toString();
            price = client.get("/sim/price?symbol=MSFT").text("price");
            before = simulator.orders();
            assertThat(ExchangeLedger.read(stateDir)).isEqualTo(before);
        }
        try (Simulator simulator = start();
                Client client = new Client(simulator)) {
            assertThat(simulator.orders()).isEqualTo(before).hasSize(2);
            assertThat(client.get("/v2/account").json().toString()).isEqualTo(account);
            assertThat(client.get("/sim/price?symbol=MSFT").text("price")).isEqualTo(price);
            assertThat(client.submit(BUY).text("message"))
                    .isEqualTo("client_order_id must be unique");
            client.post("/sim/price", "{'symbol':'MSFT','price':'9'}");
            assertThat(client.get("/v2/positions/MSFT").text("qty")).isEqualTo("4");
        }
    }

    @Test
    void the_fees_that_are_charged_survive_a_restart() {
        try (Simulator simulator = start();
                Client client = new Client(simulator)) {
            client.submit(BUY);
            client.submit(BUY.replace("buy", "sell").replace("first", "before"));
            client.post("/sim/fees", "{'regulatory':true,'listed':false}");
            client.submit(BUY.replace("first", "second"));
            client.submit(BUY.replace("buy", "sell").replace("first", "after"));
        }
        try (Simulator simulator = start();
                Client client = new Client(simulator)) {
            JsonNode fees = client.post("/sim/fees", "{}").json();
            assertThat(fees).hasToString("{\"listed\":false,\"regulatory\":true}");
            client.post("/sim/clock", "{'time':'2100-01-01T12:00:00Z'}");
            assertThat(client.get("/v2/account/activities/FEE").json())
                    .extracting(fee -> fee.get("description").asText())
                    .anyMatch(
                            text -> text.startsWith("TAF fee for proceed of 3 shares (1 trades)"));
        }
    }

    @Test
    void an_answered_order_is_in_the_file_while_the_simulator_runs() {
        try (Simulator simulator = start();
                Client client = new Client(simulator)) {
            String id = client.submit(BUY).text("id");
            LedgerOrder order = ExchangeLedger.read(stateDir).getFirst();
            assertThat(order.id()).hasToString(id);
            assertThat(order.clientOrderId()).isEqualTo("first");
            assertThat(order.status()).isEqualTo("filled");
            assertThat(order.filledQty()).isEqualByComparingTo("3");
        }
    }

    @Test
    void a_ledger_beyond_the_limit_is_restored_and_its_positions_can_be_closed() {
        try (Simulator simulator = start();
                Client client = new Client(simulator)) {
            client.submit(BUY);
            client.submit(BUY.replace("first", "second"));
        }
        SimulatorConfig smaller = SimulatorConfig.defaults().withMaxOrders(1);
        try (Simulator simulator = Simulator.start(smaller.withStateDir(stateDir));
                Client client = new Client(simulator)) {
            assertThat(client.get("/sim/ledger").json()).hasSize(2);
            assertThat(client.submit(BUY.replace("first", "third")).status()).isEqualTo(403);
            assertThat(client.delete("/v2/positions/MSFT").status()).isEqualTo(200);
            assertThat(client.get("/v2/positions").json()).isEmpty();
        }
    }

    @Test
    void an_incomplete_last_line_is_removed() throws IOException {
        try (Simulator simulator = start();
                Client client = new Client(simulator)) {
            client.submit(BUY);
        }
        Path file = stateDir.resolve("ledger.jsonl");
        long sound = Files.size(file);
        Files.writeString(file, "[{\"entry\":\"order_ent", StandardOpenOption.APPEND);
        assertThat(ExchangeLedger.read(stateDir)).hasSize(1);
        try (Simulator simulator = start()) {
            assertThat(simulator.orders()).hasSize(1);
            assertThat(Files.size(file)).isEqualTo(sound);
        }
    }

    @Test
    void an_invalid_line_in_the_middle_is_rejected() throws IOException {
        Files.writeString(stateDir.resolve("ledger.jsonl"), "{nonsense}\n[]\n");
        assertThatThrownBy(this::start).hasCauseInstanceOf(BrokenLedgerException.class);
    }

    @Test
    void a_second_simulator_on_one_state_directory_refuses_to_start() {
        try (Simulator simulator = start()) {
            assertThatThrownBy(this::start).hasCauseInstanceOf(LedgerLockedException.class);
            assertThat(simulator.orders()).isEmpty();
        }
    }

    @Test
    void the_endpoint_file_contains_the_uri() throws IOException {
        Path file = stateDir.resolve("endpoint.json");
        try (Simulator simulator = start()) {
            assertThat(Files.readString(file))
                    .contains(simulator.uri().toString())
                    .contains("\"pid\":" + ProcessHandle.current().pid());
        }
        assertThat(file).doesNotExist();
    }

    private Simulator start() {
        return Simulator.start(
                SimulatorConfig.defaults().withRequestsPerMinute(0).withStateDir(stateDir));
    }
}
