package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every operation of Alpaca's Trading and Market Data API is served, or is listed in
 * docs/simulator.md as not supported and answered so.
 */
@Tag("slow")
class PublishedOperationsTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "simulator.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| (`[A-Z`, ]+`) \\| `(/v[^`]+)` \\|", Pattern.MULTILINE);
    private static final Map<String, String> VARIABLES =
            Map.of("loc", "us", "market", "XNYS", "market_type", "stocks", "ticktype", "trade");

    @Test
    void every_published_operation_is_served_or_listed_as_not_supported() throws IOException {
        Set<String> served = documented("### Served");
        Set<String> unsupported = documented("### Not supported");
        List<String> wrong = new ArrayList<>();
        try (Simulator simulator =
                        Simulator.start(SimulatorConfig.defaults().withRequestsPerMinute(0));
                Client client = new Client(simulator)) {
            for (String operation : operations()) {
                int space = operation.indexOf(' ');
                String method = operation.substring(0, space);
                String path = plain(operation.substring(space + 1));
                Client.Reply reply =
                        client.send(
                                client.request(path)
                                        .method(method, BodyPublishers.ofString("{}"))
                                        .build());
                boolean refused = reply.status() == 501;
                if (refused) {
                    assertThat(reply.text("message"))
                            .isEqualTo(method + " " + path + " is not supported by this simulator");
                }
                boolean unknown =
                        reply.status() == 404
                                && reply.text("message").equals("endpoint not found.");
                if (unknown
                        || refused != unsupported.contains(plain(operation))
                        || refused == served.contains(plain(operation))) {
                    wrong.add(operation + " -> " + reply.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> operations() throws IOException {
        try (var list = PublishedOperationsTest.class.getResourceAsStream("/operations.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Returns the operations in the table below a heading. */
    private static Set<String> documented(String heading) throws IOException {
        String text = Files.readString(DOCUMENT);
        int start = text.indexOf("\n" + heading + "\n");
        assertThat(start).as("heading %s", heading).isNotNegative();
        int end = text.indexOf("\n#", start + heading.length() + 1);
        Matcher rows = ROW.matcher(end < 0 ? text.substring(start) : text.substring(start, end));
        Set<String> operations = new TreeSet<>();
        while (rows.find()) {
            for (String method : rows.group(1).replace("`", "").split(", ", -1)) {
                operations.add(plain(method + " " + rows.group(2)));
            }
        }
        return operations;
    }

    /** Returns a path or operation with a value in place of each variable. */
    private static String plain(String path) {
        return Pattern.compile("\\{([a-z_]+)}")
                .matcher(path)
                .replaceAll(found -> VARIABLES.getOrDefault(found.group(1), "AAPL"));
    }
}
