package dev.lockstep.app.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.Main;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.domain.money.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class OwnSimulatorTest {
    private static final JvmProgram PROGRAM =
            JvmProgram.running(System.getProperties(), Main.class.getName());

    @TempDir private Path stateDir;

    @Test
    void two_who_start_it_at_once_share_one_and_a_killed_one_is_started_again()
            throws InterruptedException, ExecutionException, IOException {
        Files.writeString(
                stateDir.resolve("endpoint.json"),
                "{\"url\":\"http://127.0.0.1:1\",\"pid\":" + Long.MAX_VALUE + "}");
        try (ExecutorService starters = Executors.newFixedThreadPool(2)) {
            List<Future<URI>> starting =
                    List.of(
                            starters.submit(() -> simulator().address()),
                            starters.submit(() -> simulator().address()));
            URI address = starting.get(0).get();
            assertThat(starting.get(1).get()).isEqualTo(address);
            assertThat(listens(address)).isTrue();
        }
        ProcessHandle first =
                ProcessHandle.of(SimulatorEndpoint.read(stateDir).orElseThrow().pid())
                        .orElseThrow();
        first.destroyForcibly();
        first.onExit().get();
        URI again = simulator().address();
        assertThat(listens(again)).isTrue();
        simulator().stop();
        assertThat(listens(again)).isFalse();
    }

    @Test
    void what_is_no_endpoint_is_read_as_none() throws IOException {
        assertThat(SimulatorEndpoint.read(stateDir)).isEmpty();
        Path file = stateDir.resolve("endpoint.json");
        Files.writeString(file, "{\"url\":\"::\"}");
        assertThat(SimulatorEndpoint.read(stateDir)).isEmpty();
        Files.writeString(file, "nonsense");
        assertThat(SimulatorEndpoint.read(stateDir)).isEmpty();
    }

    @Test
    void a_new_account_begins_with_the_cash_that_was_asked_for() throws Exception {
        OwnSimulator rich = simulator().withCash(Money.of("123456789"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest account =
                    HttpRequest.newBuilder(rich.address().resolve("/v2/account"))
                            .header("APCA-API-KEY-ID", "SIM-KEY")
                            .header("APCA-API-SECRET-KEY", "SIM-SECRET")
                            .build();

            assertThat(http.send(account, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("\"cash\":\"123456789\"");
        } finally {
            rich.stop();
        }
    }

    private OwnSimulator simulator() {
        return new OwnSimulator(
                PROGRAM, stateDir, OwnSimulatorTest::listens, System::nanoTime, Thread::sleep);
    }

    private static boolean listens(URI address) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
