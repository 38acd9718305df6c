package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.tls.PairFiles;
import dev.lockstep.app.tls.ServerCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen and the REST API over TLS. */
@Tag("slow")
class TlsTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final HeldCertificate PAIR = PairFiles.certificate("screen").build();

    @TempDir private Path home;
    private ServedPlatform served;
    private HttpClient client;

    @BeforeEach
    void open() {
        PairFiles files = new PairFiles(home).write(PAIR);
        ServerCertificate certificate =
                ServerCertificate.load(files.files(), InstantSource.system());
        served =
                new ServedPlatform(
                        ServedPlatform.Setup.in(home)
                                .withToken(TOKEN)
                                .withCertificate(certificate));
        client = HttpClient.newBuilder().sslContext(PairFiles.trusting(PAIR)).build();
    }

    @AfterEach
    void close() {
        client.close();
        served.close();
    }

    private String address() {
        return "https://localhost:" + served.port();
    }

    private HttpResponse<String> login(String origin) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + "/api/v1/login"))
                        .header("Content-Type", "application/json")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString("{\"token\":\"" + TOKEN + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The answer to a request for another name than the certificate's, over TLS. */
    private String health(String host) throws IOException {
        try (var socket =
                (SSLSocket)
                        PairFiles.trusting(PAIR)
                                .getSocketFactory()
                                .createSocket("127.0.0.1", served.port())) {
            String request =
                    "GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_address_and_the_answers_are_those_of_https() throws Exception {
        assertThat(served.server().address()).startsWith("https://");
        assertThat(health("127.0.0.1:" + served.port()))
                .startsWith("HTTP/1.1 200")
                .contains("\"healthy\"");
    }

    @Test
    void a_session_cookie_is_for_tls_only() throws Exception {
        HttpResponse<String> answer = login(address());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
    }

    @Test
    void a_page_of_another_site_is_refused() throws Exception {
        assertThat(login("https://evil.example").statusCode()).isEqualTo(403);
    }

    @Test
    void browsers_stay_with_tls_except_for_this_machines_own_names() throws IOException {
        assertThat(health("trader.example"))
                .contains("\"code\":\"host\"", "Strict-Transport-Security: max-age");
        assertThat(health("localhost:" + served.port())).doesNotContain("Strict-Transport");
    }

    @Test
    void nothing_is_served_without_tls() {
        assertThatThrownBy(() -> served.get("/health")).hasRootCauseInstanceOf(IOException.class);
    }
}
