package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.web.answer.Gzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The screen loads quickly over a slow line: compressed, and without waiting for import by import.
 */
@Tag("slow")
class TransferTest {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*?'([^']+)'");
    private static final Pattern PRELOAD =
            Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\"[^>]*>");

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/web/[^\"]+)\"");

    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/web/main.js", "/web/style/shell.css", "/api/v1/simulator"})
    void what_is_large_is_compressed_for_clients_that_accept_it(String path) throws Exception {
        HttpResponse<byte[]> plain = get(path, "identity");
        HttpResponse<byte[]> compressed = get(path, "deflate, gzip;q=0.8");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        if (plain.body().length >= Gzip.MIN_BYTES) {
            assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(compressed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
            assertThat(compressed.body().length).isLessThan(plain.body().length);
            try (InputStream in =
                    new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
                assertThat(in.readAllBytes().length).isEqualTo(plain.body().length);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"gzip, true", "'br, GZIP;q=1', true", "gzip;q=0, false", "br, false", ", false"})
    void the_accepted_encodings_are_read(String header, boolean accepted) {
        assertThat(Gzip.accepted(header)).isEqualTo(accepted);
    }

    @Test
    void every_module_that_the_page_needs_is_preloaded_and_no_other() throws IOException {
        Set<String> needed = modules("main.js");
        needed.remove("main.js");

        assertThat(preloaded()).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void modules_that_draw_the_first_orders_are_preloaded_before_the_others() throws IOException {
        Set<String> requesting = modules("orders/first.js");
        Set<String> drawing = modules("orders/list.js");

        assertThat(preloaded().subList(0, requesting.size()))
                .containsExactlyInAnyOrderElementsOf(requesting);
        assertThat(preloaded().subList(0, drawing.size()))
                .containsExactlyInAnyOrderElementsOf(drawing);
    }

    @Test
    void files_that_the_page_names_are_kept_by_browsers_without_a_request() throws Exception {
        String page = new String(get("/", "identity").body(), StandardCharsets.UTF_8);
        Set<String> addresses =
                ADDRESS.matcher(page)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(addresses).contains("/web/v" + ScreenVersion.current() + "/main.js");
        for (String address : addresses) {
            HttpResponse<byte[]> kept = get(address, "gzip");
            assertThat(kept.statusCode()).as(address).isEqualTo(200);
            assertThat(kept.headers().firstValue("Cache-Control"))
                    .as(address)
                    .hasValue("public, max-age=31536000, immutable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/web/main.js", "/web/login.html"})
    void files_without_a_version_are_revalidated(String path) throws Exception {
        assertThat(get(path, "gzip").headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void files_of_another_version_do_not_exist() throws Exception {
        assertThat(get("/web/v0123456789abcdef/main.js", "gzip").statusCode()).isEqualTo(404);
    }

    private static List<String> preloaded() throws IOException {
        return PRELOAD.matcher(file("index.html"))
                .results()
                .map(link -> link.group(1).replace("/web/", ""))
                .toList();
    }

    private static Set<String> modules(String entry) throws IOException {
        Set<String> needed = new TreeSet<>();
        collect(entry, needed);
        return needed;
    }

    private static void collect(String name, Set<String> needed) throws IOException {
        if (!needed.add(name)) {
            return;
        }
        for (MatchResult found : IMPORT.matcher(file(name)).results().toList()) {
            collect(Path.of(name).resolveSibling(found.group(1)).normalize().toString(), needed);
        }
    }

    private static String file(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        WebServer.class.getClassLoader().getResourceAsStream("web/" + name),
                        name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<byte[]> get(String path, String encodings)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(served.server().address() + path))
                            .header("Accept-Encoding", encodings)
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }
}
