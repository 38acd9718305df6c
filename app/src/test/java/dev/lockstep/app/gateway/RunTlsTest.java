package dev.lockstep.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.loop.RunningLockstep;
import dev.lockstep.app.tls.PairFiles;
import dev.lockstep.contracts.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process serves the screen and the gateway over TLS and follows its files. */
@Tag("slow")
class RunTlsTest {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Pattern SCREEN =
            Pattern.compile("screen on https://127\\.0\\.0\\.1:(\\d+)");
    private static final HeldCertificate FIRST = PairFiles.certificate("first").build();
    private static final HeldCertificate SECOND = PairFiles.certificate("second").build();
    private static final SSLContext CLIENT = PairFiles.trusting(FIRST, SECOND);

    @TempDir private Path temp;
    private PairFiles files;
    private RunningLockstep lockstep;
    private int gatewayPort;
    private int screenPort;

    @BeforeEach
    void open() throws IOException {
        files = new PairFiles(temp).write(FIRST);
        lockstep = new RunningLockstep(temp);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gatewayPort = free.getLocalPort();
        }
        lockstep.run(
                "one",
                "--gateway-port",
                String.valueOf(gatewayPort),
                "--tls-cert",
                files.files().certificate().toString(),
                "--tls-key",
                files.files().key().toString());
        lockstep.await("one", "gateway for bots on https://127.0.0.1:" + gatewayPort);
        Matcher screen = SCREEN.matcher(lockstep.said("one"));
        assertThat(screen.find()).isTrue();
        screenPort = Integer.parseInt(screen.group(1));
    }

    @AfterEach
    void close() {
        lockstep.close();
    }

    /** The certificate that a new connection gets. */
    private static X509Certificate served(int port) {
        try (var socket = (SSLSocket) CLIENT.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private JsonNode incidents() {
        return lockstep.answer("incidents");
    }

    @Test
    void both_listeners_follow_the_files_and_keep_the_old_pair_while_they_do_not_fit()
            throws Exception {
        JsonNode key = lockstep.answer("keys", "add", "bot");
        try (HttpClient bot = HttpClient.newBuilder().sslContext(CLIENT).build()) {
            HttpRequest account =
                    HttpRequest.newBuilder(
                                    URI.create("https://localhost:" + gatewayPort + "/v2/account"))
                            .header("APCA-API-KEY-ID", key.path("key").asText())
                            .header("APCA-API-SECRET-KEY", key.path("secret").asText())
                            .build();
            assertThat(bot.send(account, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        assertThat(served(gatewayPort)).isEqualTo(FIRST.certificate());
        assertThat(served(screenPort)).isEqualTo(FIRST.certificate());

        files.writeCertificate(SECOND.certificatePem());
        Eventually.within(
                BOUND,
                "the wrong pair is an incident",
                () -> incidents().toString().contains("tls_certificate"));
        assertThat(served(gatewayPort)).isEqualTo(FIRST.certificate());

        files.write(SECOND);
        Eventually.within(
                BOUND,
                "new connections get the new certificate",
                () ->
                        served(gatewayPort).equals(SECOND.certificate())
                                && served(screenPort).equals(SECOND.certificate()));
        Eventually.within(
                BOUND,
                "the incident is over",
                () -> !incidents().toString().contains("tls_certificate"));
    }
}
